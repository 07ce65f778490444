using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cascade;

/// <summary>A task below with the unit whose plan it is in.</summary>
/// <param name="Last">Its last accepted report; null before the first.</param>
public sealed record CascadedTask(PlanTask Task, string UnitId, string UnitName, bool Unsettled, SeenReport? Last);

/// <param name="Figures">Of all of the tasks.</param>
public sealed record CascadedProgress(IReadOnlyList<CascadedTask> Tasks, IReadOnlyList<RolledFigure> Figures);

/// <summary>
/// Shows above what happens below. A task has at most one task below for each unit with a part in it, so all are read at once: their figures
/// are rolled up together whatever page is shown.
/// </summary>
public sealed class CascadeQuery(TasksDbContext db, TaskQuery tasks)
{
    /// <summary>Everybody sees the same: what is issued and accepted.</summary>
    static readonly Viewer Accepted = new([], ProgressState.Accepted);

    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<CascadedProgress> OfAsync(TaskName name, int quarter, Sight sight, CancellationToken cancellation)
    {
        var above = await tasks.GetAsync(name, sight, cancellation);
        var below = await (
            from task in db.Tasks.AsNoTracking()
            join plan in db.Plans on task.PlanId equals plan.Id
            where task.AbovePlanId == name.Plan && task.AboveNumber == name.Number && task.State != TaskState.Draft
            orderby task.PlanId
            select new { Task = task, plan.JurisdictionId, plan.Issuer }).ToListAsync(cancellation);
        var reports = await (
            from report in Accepted.Visible(db.Reports.AsNoTracking().AsSingleQuery())
            where report.Role == AssignmentRole.Lead
                && db.Tasks.Any(t => t.AbovePlanId == name.Plan && t.AboveNumber == name.Number && t.PlanId == report.PlanId && t.Number == report.TaskNumber)
            orderby report.PeriodCode
            select report).ToListAsync(cancellation);
        var seen = reports.Select(Accepted.See).OfType<SeenReport>().ToLookup(s => s.Report.PlanId);
        var rows = below.ConvertAll(b => new CascadedTask(b.Task, b.JurisdictionId ?? "", b.Issuer,
            CascadeFinding.KindOf(b.Task, above, assigned: true) is not null, seen[b.Task.PlanId].LastOrDefault()));
        var promised = below.ToDictionary(b => b.Task.PlanId, b => b.Task.Content.EveryCommitment().ToDictionary(c => c.Ordinal));
        var quarters = seen.SelectMany(s => s).Where(s => s.Report.Quarter == quarter).GroupBy(s => (s.Report.PlanId, s.Report.UnitId)).ToList();
        return new(rows, RolledFigure.Of(above.Content, quarters, (report, figure, commitment) => figure.Ordinal == commitment.Ordinal
            && promised[report.Report.PlanId].TryGetValue(figure.Ordinal, out var own) && Same(own, commitment)));
    }

    static bool Same(TaskCommitment own, TaskCommitment above) =>
        (own.Commitment.Measure, own.Commitment.Unit, own.Commitment.GrowthRate) == (above.Commitment.Measure, above.Commitment.Unit, above.Commitment.GrowthRate);
}
