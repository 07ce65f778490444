using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Lights;

/// <summary>Lights as they were set, and what the rules of today suggest.</summary>
public sealed class LightQuery(TasksDbContext db, RuleBook rules, ObligationBook obligations, CityTime time)
{
    /// <summary>Newest first.</summary>
    /// <param name="before">Marks with a lower ordinal; null for all.</param>
    public async Task<IReadOnlyList<LightMark>> ListAsync(TaskName task, int? before, int count, CancellationToken cancellation) =>
        await Of(task).Where(m => before == null || m.Ordinal < before).OrderByDescending(m => m.Ordinal).Take(count).ToListAsync(cancellation);

    /// <summary>From the last accepted report of every lead unit, and from what is overdue today.</summary>
    public async Task<LightSuggestion> SuggestAsync(PlanTask task, CancellationToken cancellation)
    {
        var rule = (await rules.LightsAsync(cancellation)).On(time.Today);
        var accepted = await db.Reports.AsNoTracking().AsSingleQuery()
            .Where(r => r.PlanId == task.PlanId && r.TaskNumber == task.Number && r.Role == AssignmentRole.Lead && r.State == ProgressState.Accepted).ToListAsync(cancellation);
        var last = accepted.Where(r => task.LeadUnitIds.Contains(r.UnitId)).GroupBy(r => r.UnitId).Select(g => g.MaxBy(r => r.PeriodCode)!);
        var gaps = last.SelectMany(r => Gaps.Of(r.Quarter, task.Content, r.Content.Figures)).ToList();
        var overdue = await OverdueAsync(task, cancellation);
        return new(rule.Rule.Suggest(gaps.Worst(), overdue.Count > 0), rule.Version, gaps, overdue);
    }

    /// <summary>By which rules each report of a task is judged: those it was accepted by, else today's.</summary>
    public async Task<Func<ReportName, LightRule>> RulesOfReportsAsync(TaskName task, CancellationToken cancellation)
    {
        var history = await rules.LightsAsync(cancellation);
        var marks = await Of(task).Where(m => m.ReportUnitId != null).OrderBy(m => m.Ordinal)
            .Select(m => new { m.ReportUnitId, m.ReportPeriodCode, m.RuleVersion }).ToListAsync(cancellation);
        var kept = new Dictionary<ReportName, LightRule>();
        foreach (var mark in marks) kept[new(task, mark.ReportUnitId!, ReportPeriod.OfCode(mark.ReportPeriodCode ?? 0))] = history.Version(mark.RuleVersion);
        return name => kept.GetValueOrDefault(name) ?? history.On(time.Today).Rule;
    }

    /// <summary>Reports, also returned ones, that were due before today and have not been submitted.</summary>
    async Task<IReadOnlyList<ReportName>> OverdueAsync(PlanTask task, CancellationToken cancellation)
    {
        var plan = await db.Plans.AsNoTracking().SingleAsync(p => p.Id == task.PlanId, cancellation);
        var owed = await obligations.OfPlanAsync(plan, task.Number, cancellation);
        return [.. owed.Where(o => o is { IsOpen: true, Role: AssignmentRole.Lead, Key.Kind: ObligationKind.Report or ObligationKind.Resubmit } && o.DueOn < time.Today)
            .Select(o => o.Key.Report).Distinct().OrderBy(r => (r.Period.Code, r.Unit))];
    }

    IQueryable<LightMark> Of(TaskName task) => db.LightMarks.AsNoTracking().Where(m => m.PlanId == task.Plan && m.TaskNumber == task.Number);
}
