using Suite.Tasks.Steps;
using static Suite.Tasks.Plans.TaskState;

namespace Suite.Tasks.Plans;

/// <summary>What can happen to a task in which state.</summary>
public static class TaskSteps
{
    public static readonly Step<TaskState> Issue = new("ISSUE", "be issued", [Draft], [Issued]) { Methods = ["PlanService.IssuePlan", "EditionService.AcceptPlanChange"] };

    public static readonly Step<TaskState> Start = new("START", "be acknowledged", [Issued], [InProgress])
    {
        Methods = ["TaskService.AcknowledgeTask"], Otherwise = "最后一个牵头单位签收 the last of its lead units has acknowledged",
    };

    /// <summary>What is closed stays closed whatever the words become.</summary>
    public static readonly Step<TaskState> Revise = new("REVISE", "be reworded", [Issued, InProgress, Closed, CarriedOver], [Issued, InProgress, Closed, CarriedOver])
    {
        Methods = ["EditionService.AcceptPlanChange", "EditionService.AcceptPlanEdition", "CascadeService.SettleCascadeFinding"],
        Otherwise = "调整生效 an adjustment comes into force",
    };

    public static readonly Step<TaskState> Withdraw = new("WITHDRAW", "be withdrawn", [Issued, InProgress, Closed, CarriedOver], [Withdrawn])
    {
        Methods = ["EditionService.AcceptPlanChange", "EditionService.AcceptPlanEdition", "CascadeService.SettleCascadeFinding"],
        Otherwise = "终止生效 an adjustment comes into force",
    };

    public static readonly Step<TaskState> Close = new("CLOSE", "be closed", [InProgress], [Closed]) { Methods = ["ClosingService.ApproveClosing"] };

    public static readonly Step<TaskState> CarryOver = new("CARRY_OVER", "be carried over", [Issued, InProgress], [CarriedOver])
    {
        Methods = ["ClosingService.CarryOverTask"],
    };

    public static readonly Step<TaskState> Reopen = new("REOPEN", "be reopened", [Closed, CarriedOver], [InProgress]) { Methods = ["ClosingService.ReopenTask"] };

    public static readonly StepTable<TaskState> Table = new("Task", "任务", Issue, Start, Revise, Withdraw, Close, CarryOver, Reopen);

    /// <summary>True where nothing is done on the task any more: no reports, no cases, no other light.</summary>
    public static bool IsOver(this TaskState state) => state is Withdrawn or Closed or CarriedOver;
}
