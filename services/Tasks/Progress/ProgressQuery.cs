using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Progress;

/// <summary>Reads reports as far as a viewer may see them.</summary>
public sealed class ProgressQuery(TasksDbContext db)
{
    /// <exception cref="ProblemException">NOT_FOUND, also where the viewer may not see the report yet.</exception>
    public async Task<SeenReport> GetAsync(ReportName name, Viewer viewer, CancellationToken cancellation)
    {
        var report = await Of(name.Task).SingleOrDefaultAsync(r => r.UnitId == name.Unit && r.PeriodCode == name.Period.Code, cancellation);
        return (report is null ? null : viewer.See(report)) ?? throw viewer.Missing(name);
    }

    /// <summary>By the end of the period, then unit.</summary>
    public async Task<IReadOnlyList<SeenReport>> ListAsync(TaskName task, Viewer viewer, ReportKey? after, int count, CancellationToken cancellation)
    {
        var reports = viewer.Visible(Of(task));
        if (after is not null)
            reports = reports.Where(r => r.PeriodCode > after.Period || (r.PeriodCode == after.Period && string.Compare(r.UnitId, after.Unit) > 0));
        var found = await reports.OrderBy(r => r.PeriodCode).ThenBy(r => r.UnitId).Take(count).ToListAsync(cancellation);
        return [.. found.Select(viewer.See).OfType<SeenReport>()];
    }

    /// <summary>The report with those of its revisions that the viewer may see, in order.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, also where the viewer may see none of them.</exception>
    public async Task<(ProgressReport Report, IReadOnlyList<ReportRevision> Revisions)> RevisionsAsync(ReportName name, Viewer viewer, CancellationToken cancellation)
    {
        var report = await Of(name.Task).SingleOrDefaultAsync(r => r.UnitId == name.Unit && r.PeriodCode == name.Period.Code, cancellation);
        var revisions = report is null ? [] : viewer.Revisions(report);
        return revisions.Count > 0 ? (report!, revisions) : throw viewer.Missing(name);
    }

    IQueryable<ProgressReport> Of(TaskName task) =>
        db.Reports.AsNoTracking().AsSingleQuery().Where(r => r.PlanId == task.Plan && r.TaskNumber == task.Number);
}

/// <summary>A report's place in the list of a task.</summary>
/// <param name="Period">Its code.</param>
public sealed record ReportKey(int Period, string Unit);

/// <summary>A report up to the newest revision that the viewer may see.</summary>
public sealed record SeenReport(ProgressReport Report, int Revision)
{
    public IEnumerable<ReportStep> Steps => Report.Steps.Where(s => s.Revision <= Revision);

    public ProgressState State => Steps.MaxBy(s => s.Ordinal)!.Kind;

    /// <summary>Of what is seen: what the unit writes behind it does not show, not even that it does.</summary>
    public string Etag => Revision == Report.Newest.Number ? Report.Etag : Plans.Etag.Of((uint)Steps.Max(s => s.Ordinal));

    public ReportRevision Newest => Report.Revisions.Single(r => r.Number == Revision);

    public ReportContent Content => Newest.Content;
}

/// <summary>
/// Whose eyes a report is shown to: its unit, and those above it, see every revision, the office what was submitted, everybody else what was
/// accepted. A unit that leads the task sees its members' reports and its supporters' contributions as the office does.
/// </summary>
/// <param name="Units">The units whose reports are seen as their own.</param>
/// <param name="Stage">What others' reports must have come to.</param>
public sealed record Viewer(string[] Units, ProgressState Stage)
{
    /// <summary>True for whoever may see every task's reports once they are submitted.</summary>
    public bool IsOffice { get; init; }

    /// <summary>True for a lead unit of the task.</summary>
    public bool LeadsTask { get; init; }

    /// <summary>The caller without what the organisation and the task's assignments add (<see cref="ViewerBook"/>).</summary>
    /// <param name="office">True for the office of the task's plan.</param>
    public static Viewer Of(Access access, bool office) => new(
        access.Caller.Unit is null ? [] : [ResourceNames.IdOf(access.Caller.Unit)],
        office ? ProgressState.Submitted : ProgressState.Accepted) { IsOffice = office };

    public IQueryable<ProgressReport> Visible(IQueryable<ProgressReport> reports) => LeadsTask
        ? reports.Where(r => Units.Contains(r.UnitId)
            || r.Steps.Any(s => s.Kind == Stage || (s.Kind == ProgressState.Submitted && r.Role != AssignmentRole.Lead)))
        : reports.Where(r => Units.Contains(r.UnitId) || r.Steps.Any(s => s.Kind == Stage));

    public SeenReport? See(ProgressReport report) =>
        report.NewestRevision(IsOf(report) ? null : StageFor(report)) is { } revision ? new(report, revision) : null;

    /// <summary>The unit sees each of its revisions; others those that came as far as they may look.</summary>
    public IReadOnlyList<ReportRevision> Revisions(ProgressReport report) =>
        [.. report.Revisions.Where(r => IsOf(report) || report.Steps.Any(s => s.Kind == StageFor(report) && s.Revision == r.Number))];

    /// <summary>What changed since the report had this etag; to others than its unit, only the last step if they may see it.</summary>
    public IReadOnlyList<ChangedField> Changes(ProgressReport report, string etag)
    {
        if (!int.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out var change)) return [];
        return IsOf(report) ? report.ChangesAfter(change) : See(report) is { } seen ? report.StepAfter(change, seen.Revision) : [];
    }

    /// <summary>True for the unit itself, those above it and the office: who else sees a report is not told what the unit says elsewhere.</summary>
    public bool IsReviewing(ReportName name) => Units.Contains(name.Unit) || IsOffice;

    /// <summary>The answer where there is no such report for this viewer. To its own unit nothing is hidden.</summary>
    public ProblemException Missing(ReportName name) => Units.Contains(name.Unit)
        ? Problems.NotFound("Report", name.ToString())
        : Problems.NotVisible("Report", name.ToString());

    /// <summary>True for whoever is told that a unit, which does not lead the task, has handed something in, before it is accepted.</summary>
    public bool HearsOfHandingIn(string unit) => LeadsTask || Stage == ProgressState.Submitted || Units.Contains(unit);

    ProgressState StageFor(ProgressReport report) => LeadsTask && report.Role != AssignmentRole.Lead ? ProgressState.Submitted : Stage;

    bool IsOf(ProgressReport report) => Units.Contains(report.UnitId);
}
