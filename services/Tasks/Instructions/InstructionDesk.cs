using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Instructions;

/// <summary>Takes instructions from a leader's word to its end.</summary>
public sealed class InstructionDesk(TasksDbContext db, CaseBook book, CaseParties parties, RuleBook rules, CityTime time)
{
    /// <param name="leader">Identifier of the leader whose word it is.</param>
    /// <param name="unit">Null for the first unit that leads the task.</param>
    /// <param name="due">Null for the term of the rule.</param>
    /// <exception cref="ProblemException">NOT_FOUND, INVALID_FIELD, ILLEGAL_STEP.</exception>
    public async Task<Instruction> CreateAsync(TaskName name, string leader, string? unit, DateOnly? due, CaseAct act, CancellationToken cancellation)
    {
        var task = await book.TaskAsync(name, "be given an instruction", cancellation);
        var part = await parties.UnitAsync(task, unit, "instruction.unit", cancellation);
        var number = await book.NextAsync<Instruction, InstructionState>(name, CaseKind.Instruction, cancellation);
        var made = Instruction.Issue(number, LeaderOf(task, leader), part, await DueAsync(due, "instruction.due_date", cancellation), act);
        db.Instructions.Add(made);
        parties.Tell(made, made.UnitId, made.UnitName, made.DueOn);
        return made;
    }

    /// <summary>A step of the unit.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, STALE_ETAG, ILLEGAL_STEP.</exception>
    public Task<Instruction> AnswerAsync(CaseName name, string etag, Action<Instruction> step, CaseAct act, CancellationToken cancellation) =>
        StepAsync(name, etag, instruction =>
        {
            CaseParties.RequireUnit(instruction.UnitId, act, name);
            step(instruction);
        }, cancellation);

    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP, INVALID_FIELD.</exception>
    public async Task<Instruction> FollowUpAsync(CaseName name, string etag, DateOnly? due, CaseAct act, CancellationToken cancellation)
    {
        var day = await DueAsync(due, "due_date", cancellation);
        return await StepAsync(name, etag, instruction => instruction.FollowUp(day, act), cancellation);
    }

    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP.</exception>
    public Task<Instruction> CloseAsync(CaseName name, string etag, CaseAct act, CancellationToken cancellation) =>
        StepAsync(name, etag, instruction => instruction.Close(act), cancellation);

    async Task<Instruction> StepAsync(CaseName name, string etag, Action<Instruction> step, CancellationToken cancellation)
    {
        var instruction = await book.TakeAsync<Instruction, InstructionState>(name, etag, cancellation);
        step(instruction);
        parties.Tell(instruction, instruction.UnitId, instruction.UnitName, InstructionSteps.Awaiting.Contains(instruction.State) ? instruction.DueOn : null);
        return instruction;
    }

    async Task<DateOnly> DueAsync(DateOnly? due, string field, CancellationToken cancellation)
    {
        if (due < time.Today) throw Problems.InvalidField(field, $"must be today ({CityTime.Text(time.Today)}) or later.");
        return due ?? time.Today.AddDays((await rules.HandlingAsync(time.Today, cancellation)).Rule.InstructionDays);
    }

    static (string Id, string Name) LeaderOf(PlanTask task, string leader) =>
        task.Content.Leaders.FirstOrDefault(l => l.Id == leader) is { } found
            ? (leader, found.DisplayName)
            : throw Problems.InvalidField("instruction.leader", $"must be a responsible leader of task {task.Number}.");
}
