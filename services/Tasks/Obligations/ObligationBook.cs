using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Obligations;

/// <summary>What is owed in an issued plan.</summary>
public sealed class ObligationBook(TasksDbContext db, RuleBook rules, CalendarBook calendars, CityTime time)
{
    public async Task<DueDates> DatesAsync(CancellationToken cancellation) =>
        new(await calendars.CalendarAsync(cancellation), await rules.DeadlinesAsync(cancellation));

    /// <summary>Everything owed, met or not, of tasks and assignments in force.</summary>
    /// <param name="task">Only of this task; null for the whole plan.</param>
    /// <param name="asOf">Only what had happened by then counts; null for everything so far.</param>
    public async Task<IReadOnlyList<Obligation>> OfPlanAsync(Plan plan, int? task, CancellationToken cancellation, DateTimeOffset? asOf = null)
    {
        if (plan.IssuedAt is not { } issued || issued > asOf) return [];
        var law = new ObligationRules(await DatesAsync(cancellation), time.DayOf);
        var steps = (await StepsAsync(plan.Id, task, asOf, cancellation)).ToLookup(m => (m.Report.Task.Number, m.Report.Unit));
        var duties = await DutiesAsync(plan, issued, await PeriodsAsync(plan.Id, task, cancellation), task, asOf, cancellation);
        return [.. duties.SelectMany(duty => law.Of(duty, [.. steps[(duty.Task.Number, duty.UnitId)],
            .. duty.Predecessors.SelectMany(p => steps[(duty.Task.Number, p)])]))];
    }

    async Task<IReadOnlyList<TaskDuty>> DutiesAsync(
        Plan plan, DateTimeOffset issued, Dictionary<int, IReadOnlyList<ReportPeriod>> periods, int? only, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var found = await db.Assignments.AsNoTracking()
            .Where(a => a.PlanId == plan.Id && (a.WithdrawnAt == null || a.WithdrawnAt > asOf) && (only == null || a.TaskNumber == only))
            .Select(a => new
            {
                a.TaskNumber, a.UnitId, a.UnitName, a.Role, a.AcknowledgedAt, a.PredecessorIds,
                Added = a.Changes.Where(c => c.Kind != AssignmentChangeKind.Withdrawn).Max(c => (DateTimeOffset?)c.Time),
            }).ToListAsync(cancellation);
        return [.. found.Where(d => periods.ContainsKey(d.TaskNumber) && !(d.Added > asOf)).Select(d => new TaskDuty(new(plan.Id, d.TaskNumber), plan.Year, d.UnitId, d.UnitName, d.Role,
            periods[d.TaskNumber], time.DayOf(d.Added ?? issued), d.AcknowledgedAt > asOf ? null : d.AcknowledgedAt) { Predecessors = d.PredecessorIds })];
    }

    /// <summary>The periods of each task that is being worked on; once for all its units, of which there can be many.</summary>
    async Task<Dictionary<int, IReadOnlyList<ReportPeriod>>> PeriodsAsync(string plan, int? only, CancellationToken cancellation)
    {
        var found = await db.Tasks.AsNoTracking()
            .Where(t => t.PlanId == plan && (only == null || t.Number == only) && (t.State == TaskState.Issued || t.State == TaskState.InProgress))
            .Select(t => new { t.Number, t.Content, t.Quarters }).ToListAsync(cancellation);
        return found.ToDictionary(t => t.Number, t => Periods(t.Content, t.Quarters));
    }

    /// <summary>The periods in whose quarters something is due; where the schedule names none, all of the year.</summary>
    static IReadOnlyList<ReportPeriod> Periods(TaskContent task, int[] quarters)
    {
        var all = ReportPeriod.OfYear(TaskPeriods.Of(task));
        return [.. all.Where(p => quarters.Length == 0 || p.Kind == PeriodKind.HalfYear || quarters.Contains(p.Quarter))];
    }

    /// <summary>When reports were submitted and returned: nothing else decides what is owed.</summary>
    async Task<IReadOnlyList<ReportMoment>> StepsAsync(string plan, int? only, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        var found = await db.Reports.AsNoTracking().Where(r => r.PlanId == plan && (only == null || r.TaskNumber == only))
            .SelectMany(r => r.Steps, (r, s) => new { r.TaskNumber, r.UnitId, r.PeriodCode, r.Role, s.Ordinal, s.Kind, s.Time })
            .Where(s => (s.Kind == ProgressState.Submitted || s.Kind == ProgressState.Returned) && (asOf == null || s.Time <= asOf)).ToListAsync(cancellation);
        return [.. found.Select(s => new ReportMoment(new(new(plan, s.TaskNumber), s.UnitId, ReportPeriod.OfCode(s.PeriodCode)), s.Role, s.Ordinal, s.Kind, s.Time))];
    }
}
