using Suite.Tasks.Steps;
using static Suite.Tasks.Progress.ProgressState;

namespace Suite.Tasks.Progress;

/// <summary>What can be done with a report in which state.</summary>
public static class ReportSteps
{
    public static readonly Step<ProgressState> Create = new("CREATE", "be opened", [], [Draft]) { Methods = ["ProgressService.CreateProgressReport"] };

    public static readonly Step<ProgressState> Update = new("UPDATE", "be changed", [Draft, Approved, Returned], [Draft])
    {
        Methods = ["ProgressService.UpdateProgressReport", "ContributionService.TakeOverContribution"],
    };

    public static readonly Step<ProgressState> Reopen = new("REOPEN", "be reopened", [Approved, Returned], [Draft])
    {
        Methods = ["ProgressService.ReopenProgressReport"],
    };

    public static readonly Step<ProgressState> Approve = new("APPROVE", "be approved", [Draft], [Approved]) { Methods = ["ProgressService.ApproveProgressReport"] };

    public static readonly Step<ProgressState> Submit = new("SUBMIT", "be submitted", [Approved], [Submitted]) { Methods = ["ProgressService.SubmitProgressReport"] };

    public static readonly Step<ProgressState> Return = new("RETURN", "be returned", [Submitted], [Returned]) { Methods = ["ProgressService.ReturnProgressReport"] };

    public static readonly Step<ProgressState> Accept = new("ACCEPT", "be accepted", [Submitted], [Accepted]) { Methods = ["ProgressService.AcceptProgressReport"] };

    public static readonly StepTable<ProgressState> Table = new("Report", "进展报告", Create, Update, Reopen, Approve, Submit, Return, Accept);
}
