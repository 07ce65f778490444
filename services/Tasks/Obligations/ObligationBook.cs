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
    public Task<IReadOnlyList<Obligation>> OfPlanAsync(Plan plan, int? task, CancellationToken cancellation) => OfPlanAsync(plan, task, null, scored: false, cancellation);

    /// <summary>
    /// Everything that counts in scores, as far as it had happened. The end of a task undoes nothing: what was handed in, and what was overdue by then,
    /// is what it was; nothing falls due afterwards.
    /// </summary>
    public async Task<IReadOnlyList<Obligation>> ScoredAsync(Plan plan, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var ends = await EndsAsync(plan.Id, asOf, cancellation);
        return [.. (await OfPlanAsync(plan, null, asOf, scored: true, cancellation)).Where(o => o.MetAt is not null || !ends.TryGetValue(o.Key.Task.Number, out var end) || o.DueOn < end)];
    }

    async Task<IReadOnlyList<Obligation>> OfPlanAsync(Plan plan, int? task, DateTimeOffset? asOf, bool scored, CancellationToken cancellation)
    {
        if (plan.IssuedAt is not { } issued || issued > asOf) return [];
        var law = new ObligationRules(await DatesAsync(cancellation), time.DayOf);
        var steps = (await StepsAsync(plan.Id, task, asOf, cancellation)).ToLookup(m => (m.Report.Task.Number, m.Report.Unit));
        var duties = await DutiesAsync(plan, issued, await PeriodsAsync(plan.Id, task, scored, cancellation), task, asOf, cancellation);
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

    /// <summary>The days on which tasks were closed or carried over.</summary>
    async Task<Dictionary<int, DateOnly>> EndsAsync(string plan, DateTimeOffset asOf, CancellationToken cancellation) =>
        (await db.Tasks.Where(t => t.PlanId == plan && t.EndedAt <= asOf).Select(t => new { t.Number, t.EndedAt }).ToListAsync(cancellation))
            .ToDictionary(t => t.Number, t => time.DayOf(t.EndedAt!.Value));

    /// <summary>The periods of each task that is being worked on; once for all its units, of which there can be many.</summary>
    /// <param name="scored">Also of those that are over.</param>
    async Task<Dictionary<int, IReadOnlyList<ReportPeriod>>> PeriodsAsync(string plan, int? only, bool scored, CancellationToken cancellation)
    {
        var found = await db.Tasks.AsNoTracking()
            .Where(t => t.PlanId == plan && (only == null || t.Number == only) && (t.State == TaskState.Issued || t.State == TaskState.InProgress
                || (scored && t.EndedAt != null && (t.State == TaskState.Closed || t.State == TaskState.CarriedOver))))
            .Select(t => new { t.Number, t.Content }).ToListAsync(cancellation);
        return found.ToDictionary(t => t.Number, t => TaskPeriods.Owed(t.Content));
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
