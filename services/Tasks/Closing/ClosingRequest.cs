using Suite.Tasks.Assignments;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;
using Suite.Tasks.Steps;
using static Suite.Tasks.Closing.ClosingState;

namespace Suite.Tasks.Closing;

public enum ClosingState
{
    Requested = 1,
    Approved = 2,
    Refused = 3,
    Cancelled = 4,
    Reopened = 5,
}

/// <summary>What can be done with a request to close a task in which state.</summary>
public static class ClosingSteps
{
    public static readonly Step<ClosingState> Create = new("CREATE", "be made", [], [Requested]) { Methods = ["ClosingService.CreateClosing"] };

    public static readonly Step<ClosingState> Cancel = new("CANCEL", "be cancelled", [Requested], [Cancelled]) { Methods = ["ClosingService.CancelClosing"] };

    public static readonly Step<ClosingState> Approve = new("APPROVE", "be approved", [Requested], [Approved]) { Methods = ["ClosingService.ApproveClosing"] };

    public static readonly Step<ClosingState> Refuse = new("REFUSE", "be refused", [Requested], [Refused]) { Methods = ["ClosingService.RefuseClosing"] };

    public static readonly Step<ClosingState> Reopen = new("REOPEN", "be undone", [Approved], [Reopened]) { Methods = ["ClosingService.ReopenTask"] };

    public static readonly StepTable<ClosingState> Table = new("Closing", "办结申请", Create, Cancel, Approve, Refuse, Reopen);
}

/// <summary>A lead unit's request to close its task (办结), on its last accepted report.</summary>
public sealed class ClosingRequest : TaskCase<ClosingState>
{
    /// <summary>Identifier of the unit that asks.</summary>
    public string UnitId { get; private init; } = "";

    public string UnitName { get; private init; } = "";

    /// <summary>Code of the period of the unit's last accepted report when it asked.</summary>
    public int ReportPeriodCode { get; private init; }

    public string Text { get; private init; } = "";

    public override CaseKind Kind => CaseKind.Closing;

    protected override StepTable<ClosingState> Table => ClosingSteps.Table;

    public ReportName Report => new(new(PlanId, TaskNumber), UnitId, ReportPeriod.OfCode(ReportPeriodCode));

    public static ClosingRequest Make(CaseName name, Assignment unit, int reportPeriodCode, CaseAct act)
    {
        var made = new ClosingRequest
        {
            PlanId = name.Task.Plan, TaskNumber = name.Task.Number, Number = name.Number, UnitId = unit.UnitId, UnitName = unit.UnitName,
            ReportPeriodCode = reportPeriodCode, Text = act.Text,
        };
        made.Begin(ClosingSteps.Create, Requested, act);
        return made;
    }

    public void Cancel(CaseAct act) => Take(ClosingSteps.Cancel, Cancelled, act);

    public void Approve(CaseAct act) => Take(ClosingSteps.Approve, Approved, act);

    public void Refuse(CaseAct act) => Take(ClosingSteps.Refuse, Refused, act);

    public void Reopen(CaseAct act) => Take(ClosingSteps.Reopen, Reopened, act);
}
