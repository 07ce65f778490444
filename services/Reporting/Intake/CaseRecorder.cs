using Suite.Contracts.Events.V1;
using Suite.Messaging.Inbox;
using Suite.Reporting.Facts;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>Keeps what becomes of instructions, questions and requests to close, and how tasks end.</summary>
public sealed class CaseRecorder(ReportingDbContext db, PlanLog log)
    : IEventHandler<CaseStepTaken>, IEventHandler<TaskClosed>, IEventHandler<TaskCarriedOver>, IEventHandler<TaskReopened>
{
    static readonly UnitFact Nobody = new("", "");

    public Task HandleAsync(CaseStepTaken message, CancellationToken cancellation) => AddAsync(nameof(CaseStepTaken), message, cancellation);

    public Task HandleAsync(TaskClosed message, CancellationToken cancellation) =>
        EndAsync(nameof(TaskClosed), message.Task, message.Plan, "CLOSED", message.Words, message.By, cancellation);

    public Task HandleAsync(TaskCarriedOver message, CancellationToken cancellation) =>
        EndAsync(nameof(TaskCarriedOver), message.Task, message.Plan, "CARRIED_OVER", message.Words, message.By, cancellation);

    public Task HandleAsync(TaskReopened message, CancellationToken cancellation) =>
        EndAsync(nameof(TaskReopened), message.Task, message.Plan, "REOPENED", message.Words, message.By, cancellation);

    Task EndAsync(string what, string task, string plan, string state, string words, ActorFact by, CancellationToken cancellation) =>
        AddAsync(what, new(task, CaseStep.Ending, task, plan, Nobody, state, state, words, null, by), cancellation);

    async Task AddAsync(string what, CaseStepTaken step, CancellationToken cancellation)
    {
        var time = EventTimes.Kept(step.By.Time);
        await db.LockFactAsync(step.Case, cancellation);
        if (await db.CaseSteps.FindAsync([step.Case, step.Action, time], cancellation) is not null) return;
        db.CaseSteps.Add(new CaseStep
        {
            Case = step.Case,
            Action = step.Action,
            Time = time,
            Kind = step.Kind,
            State = step.State,
            Task = step.Task,
            Plan = step.Plan,
            Unit = step.Unit.Unit,
            UnitName = step.Unit.DisplayName,
            Text = step.Text,
            DueDate = step.DueDate,
            Account = step.By.Account,
            DisplayName = step.By.DisplayName,
            Heard = await log.NextAsync(step.Plan, what, step.Case, $"{step.Action} {EventTimes.Mark(time)}", time, cancellation),
        });
    }
}
