using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Contributions;

/// <summary>A supporting unit or member with what it has handed in for a period, as far as somebody may see it.</summary>
/// <param name="HandedIn">Its own report, or, where it has none, that of a unit it took over from; null where nothing may be seen.</param>
public sealed record SeenContribution(Assignment Part, SeenReport? HandedIn);

/// <summary>Reads what supporting units and members have handed in.</summary>
public sealed class ContributionQuery(TasksDbContext db)
{
    /// <summary>By unit.</summary>
    /// <param name="after">Units behind this one.</param>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public async Task<IReadOnlyList<SeenContribution>> ListAsync(TaskName task, ReportPeriod period, Viewer viewer, string after, int count, CancellationToken cancellation)
    {
        var (plan, number, code) = (task.Plan, task.Number, period.Code);
        var parts = await db.Assignments.AsNoTracking().AsSingleQuery().Where(a => a.PlanId == plan && a.TaskNumber == number
                && a.Role != AssignmentRole.Lead && a.WithdrawnAt == null && string.Compare(a.UnitId, after) > 0)
            .OrderBy(a => a.UnitId).Take(count).ToListAsync(cancellation);
        var units = parts.SelectMany(a => a.PredecessorIds.Append(a.UnitId)).Distinct().ToArray();
        var reports = await viewer.Visible(db.Reports.AsNoTracking().AsSingleQuery()).Where(r => r.PlanId == plan && r.TaskNumber == number
            && r.PeriodCode == code && r.Role != AssignmentRole.Lead && units.Contains(r.UnitId)).ToListAsync(cancellation);
        // A unit's own draft is for its own eyes to see, but not handed in.
        var seen = reports.Select(viewer.See).OfType<SeenReport>().Where(s => s.Steps.Any(step => step.Kind == ProgressState.Submitted)).ToDictionary(s => s.Report.UnitId);
        return [.. parts.Select(a => new SeenContribution(a, a.PredecessorIds.Prepend(a.UnitId).Select(u => seen.GetValueOrDefault(u)).FirstOrDefault(s => s is not null)))];
    }
}
