using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Reports;

/// <summary>Which steps a report can take in which state, and where they lead.</summary>
public static class Lifecycle
{
    static readonly Dictionary<(ReportState From, string Step), ReportState> Ways = new()
    {
        [(ReportState.Draft, Steps.Edit)] = ReportState.Draft,
        [(ReportState.Draft, Steps.Refresh)] = ReportState.Draft,
        [(ReportState.Draft, Steps.Approve)] = ReportState.Approved,
        [(ReportState.Draft, Steps.Discard)] = ReportState.Discarded,
        [(ReportState.Approved, Steps.Reopen)] = ReportState.Draft,
        [(ReportState.Approved, Steps.Issue)] = ReportState.Issued,
        [(ReportState.Approved, Steps.Discard)] = ReportState.Discarded,
        [(ReportState.Issued, Steps.Correct)] = ReportState.Issued,
        [(ReportState.Issued, Steps.Supersede)] = ReportState.Superseded,
    };

    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public static ReportState After(string report, ReportState state, string step) => Ways.TryGetValue((state, step), out var next)
        ? next
        : throw Problems.IllegalStep("report", $"reports/{report}", state.ToString().ToUpperInvariant(), step);
}

/// <summary>The steps by name.</summary>
public static class Steps
{
    public const string Create = nameof(Create);
    public const string Edit = nameof(Edit);
    public const string Refresh = nameof(Refresh);
    public const string Approve = nameof(Approve);
    public const string Reopen = nameof(Reopen);
    public const string Issue = nameof(Issue);
    public const string Correct = nameof(Correct);
    public const string Supersede = nameof(Supersede);
    public const string Discard = nameof(Discard);
}
