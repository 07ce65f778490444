using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Lights;

/// <summary>Lights as they were set, and what the rules of today suggest.</summary>
public sealed class LightQuery(TasksDbContext db, RuleBook rules, CityTime time)
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Marks with a lower ordinal; null for all.</param>
    public async Task<IReadOnlyList<LightMark>> ListAsync(TaskName task, int? before, int count, CancellationToken cancellation) =>
        await Of(task).Where(m => before == null || m.Ordinal < before).OrderByDescending(m => m.Ordinal).Take(count).ToListAsync(cancellation);

    /// <summary>From the last accepted report of every lead unit.</summary>
    public async Task<LightSuggestion> SuggestAsync(PlanTask task, CancellationToken cancellation)
    {
        var rule = await rules.LightAsync(time.Today, cancellation);
        var accepted = await db.Reports.AsNoTracking().AsSingleQuery()
            .Where(r => r.PlanId == task.PlanId && r.TaskNumber == task.Number && r.State == ProgressState.Accepted).ToListAsync(cancellation);
        var last = accepted.Where(r => task.LeadUnitIds.Contains(r.UnitId)).GroupBy(r => r.UnitId).Select(g => g.MaxBy(r => r.PeriodCode)!);
        var gaps = last.SelectMany(r => Gaps.Of(r.Quarter, task.Content, r.Content.Figures)).ToList();
        return new(rule.Rule.Suggest(gaps.Worst(), overdue: false), rule.Version, gaps, []);
    }

    /// <summary>By which rules each report of a task is judged: those it was accepted by, else today's.</summary>
    public async Task<Func<ReportName, LightRule>> RulesOfReportsAsync(TaskName task, CancellationToken cancellation)
    {
        var today = await rules.LightAsync(time.Today, cancellation);
        var marks = await Of(task).Where(m => m.ReportUnitId != null).OrderBy(m => m.Ordinal)
            .Select(m => new { m.ReportUnitId, m.ReportQuarter, m.RuleVersion }).ToListAsync(cancellation);
        var kept = new Dictionary<ReportName, LightRule>();
        foreach (var mark in marks) kept[new(task, mark.ReportUnitId!, mark.ReportQuarter ?? 0)] = (await rules.LightAsync(mark.RuleVersion, cancellation)).Rule;
        return name => kept.GetValueOrDefault(name, today.Rule);
    }

    IQueryable<LightMark> Of(TaskName task) => db.LightMarks.AsNoTracking().Where(m => m.PlanId == task.Plan && m.TaskNumber == task.Number);
}
