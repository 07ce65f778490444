using Suite.Tasks.Assignments;
using Suite.Tasks.Cases;
using Suite.Tasks.Steps;
using static Suite.Tasks.Instructions.InstructionState;

namespace Suite.Tasks.Instructions;

public enum InstructionState
{
    Issued = 1,
    Acknowledged = 2,
    Answered = 3,
    Closed = 4,
}

/// <summary>What can be done with an instruction in which state.</summary>
public static class InstructionSteps
{
    public static readonly Step<InstructionState> Create = new("CREATE", "be issued", [], [Issued]) { Methods = ["InstructionService.CreateInstruction"] };

    public static readonly Step<InstructionState> Acknowledge = new("ACKNOWLEDGE", "be acknowledged", [Issued], [Acknowledged])
    {
        Methods = ["InstructionService.AcknowledgeInstruction"],
    };

    public static readonly Step<InstructionState> Answer = new("ANSWER", "be answered", [Issued, Acknowledged], [Answered])
    {
        Methods = ["InstructionService.AnswerInstruction"],
    };

    public static readonly Step<InstructionState> FollowUp = new("FOLLOW_UP", "be followed up", [Answered], [Issued])
    {
        Methods = ["InstructionService.FollowUpInstruction"],
    };

    public static readonly Step<InstructionState> Close = new("CLOSE", "be closed", [Issued, Acknowledged, Answered], [Closed])
    {
        Methods = ["InstructionService.CloseInstruction"],
    };

    public static readonly IReadOnlyList<InstructionState> Awaiting = [Issued, Acknowledged];

    public static readonly StepTable<InstructionState> Table = new("Instruction", "批示", Create, Acknowledge, Answer, FollowUp, Close);
}

/// <summary>A leader's written order on a task (批示), which a unit answers within a term.</summary>
public sealed class Instruction : AskedCase<InstructionState>
{
    /// <summary>Identifier of the responsible leader whose word it is.</summary>
    public string LeaderId { get; private init; } = "";

    public string LeaderName { get; private init; } = "";

    public override CaseKind Kind => CaseKind.Instruction;

    protected override StepTable<InstructionState> Table => InstructionSteps.Table;

    protected override IReadOnlyList<InstructionState> Awaiting => InstructionSteps.Awaiting;

    public static Instruction Issue(CaseName name, (string Id, string Name) leader, Assignment unit, DateOnly due, CaseAct act)
    {
        var made = new Instruction
        {
            PlanId = name.Task.Plan, TaskNumber = name.Task.Number, Number = name.Number, LeaderId = leader.Id, LeaderName = leader.Name,
            UnitId = unit.UnitId, UnitName = unit.UnitName, Text = act.Text, DueOn = due,
        };
        made.Begin(InstructionSteps.Create, Issued, act);
        return made;
    }

    public void Acknowledge(CaseAct act) => Take(InstructionSteps.Acknowledge, Acknowledged, act);

    public void Answer(CaseAct act) => Take(InstructionSteps.Answer, Answered, act);

    public void FollowUp(DateOnly due, CaseAct act) => Ask(InstructionSteps.FollowUp, Issued, due, act);

    public void Close(CaseAct act) => Take(InstructionSteps.Close, Closed, act);
}
