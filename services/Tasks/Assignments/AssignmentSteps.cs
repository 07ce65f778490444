using Suite.Tasks.Steps;
using static Suite.Tasks.Assignments.AssignmentState;

namespace Suite.Tasks.Assignments;

/// <summary>How far a unit has come with its part in a task.</summary>
public enum AssignmentState
{
    /// <summary>交办: not taken note of yet.</summary>
    Assigned = 1,

    /// <summary>签收</summary>
    Acknowledged = 2,

    /// <summary>Taken off the task, or handed over to others.</summary>
    Withdrawn = 3,
}

/// <summary>What can happen to an assignment in which state.</summary>
public static class AssignmentSteps
{
    const string Adjusted = "调整生效 an adjustment comes into force";

    public static readonly Step<AssignmentState> Create = new("CREATE", "be made", [], [Assigned])
    {
        Methods = ["PlanService.IssuePlan", "EditionService.AcceptPlanChange", "AssignmentService.HandOverAssignment"], Otherwise = Adjusted,
    };

    /// <summary>Again it changes nothing: the first time counts.</summary>
    public static readonly Step<AssignmentState> Acknowledge = new("ACKNOWLEDGE", "be acknowledged", [Assigned, Acknowledged], [Acknowledged])
    {
        Methods = ["TaskService.AcknowledgeTask"],
    };

    public static readonly Step<AssignmentState> Report = new("REPORT", "be reported on before it is acknowledged", [Acknowledged], [])
    {
        Methods = ["ProgressService.CreateProgressReport"],
    };

    public static readonly Step<AssignmentState> HandOver = new("HAND_OVER", "be handed over", [Assigned, Acknowledged], [Withdrawn])
    {
        Methods = ["AssignmentService.HandOverAssignment"],
    };

    /// <summary>Another unit's part comes to one that has, or had, a part already.</summary>
    public static readonly Step<AssignmentState> TakeOver = new("TAKE_OVER", "take another part over", [Assigned, Acknowledged, Withdrawn], [Assigned, Acknowledged])
    {
        Methods = ["AssignmentService.HandOverAssignment"],
    };

    public static readonly Step<AssignmentState> ChangePart = new("CHANGE_PART", "become another part", [Assigned, Acknowledged], [])
    {
        Methods = ["EditionService.AcceptPlanChange", "EditionService.AcceptPlanEdition"], Otherwise = Adjusted,
    };

    public static readonly Step<AssignmentState> Withdraw = new("WITHDRAW", "be withdrawn", [Assigned, Acknowledged], [Withdrawn])
    {
        Methods = ["EditionService.AcceptPlanChange", "EditionService.AcceptPlanEdition"], Otherwise = Adjusted,
    };

    public static readonly Step<AssignmentState> Restore = new("RESTORE", "be restored", [Withdrawn], [Assigned, Acknowledged])
    {
        Methods = ["EditionService.AcceptPlanChange", "EditionService.AcceptPlanEdition"], Otherwise = Adjusted,
    };

    public static readonly StepTable<AssignmentState> Table =
        new("Assignment", "任务分派", Create, Acknowledge, Report, HandOver, TakeOver, ChangePart, Withdraw, Restore);
}
