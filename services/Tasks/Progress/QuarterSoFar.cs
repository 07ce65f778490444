using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Progress;

/// <summary>
/// What a report says of its quarter, for those who count in quarters: of a report by the month, the months of the quarter so far together.
/// </summary>
public sealed class QuarterSoFar(TasksDbContext db)
{
    /// <returns>The figures, with the quarter's amount in place of the month's where amounts add up.</returns>
    public async Task<IReadOnlyList<ReportedFigure>> OfAsync(ProgressReport report, TaskContent task, CancellationToken cancellation)
    {
        if (report.Period.Kind != PeriodKind.Month || report.Content.Figures.Count == 0) return report.Content.Figures;
        var earlier = await db.Reports.AsNoTracking().AsSingleQuery().Where(
            r => r.PlanId == report.PlanId && r.TaskNumber == report.TaskNumber && r.UnitId == report.UnitId && r.Role == report.Role && r.Quarter == report.Quarter
                && r.PeriodCode < report.PeriodCode && r.State == ProgressState.Accepted).ToListAsync(cancellation);
        var amounts = task.EveryCommitment().Where(c => FigureRules.AddsUp(c.Commitment)).Select(c => c.Ordinal).ToHashSet();
        var before = earlier.Where(r => r.Period.Kind == PeriodKind.Month).SelectMany(r => r.Content.Figures).ToLookup(f => f.Ordinal, f => f.PeriodValue);
        return [.. report.Content.Figures.Select(f => amounts.Contains(f.Ordinal) ? f with { PeriodValue = f.PeriodValue + before[f.Ordinal].Sum() } : f)];
    }
}
