using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Calendar;
using Suite.Tasks.Lights;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Obligations;

/// <summary>What the rules say of a report beside what it says itself.</summary>
/// <param name="Rule">The light rules it is judged by.</param>
/// <param name="DueAt">When it is, or was, due: the end of that day. Null where nothing is due.</param>
/// <param name="Overdue">True where that is past and it has not been submitted, or not again after a return.</param>
/// <param name="LateDays">Calendar days by which it was submitted after that; 0 where in time or not submitted.</param>
public sealed record ReportStanding(LightRule Rule, DateTimeOffset? DueAt, bool Overdue, int LateDays);

public sealed class ReportStandings(TasksDbContext db, LightQuery lights, ObligationBook obligations, CityTime time)
{
    /// <summary>Of all reports of a task, whether they exist or not.</summary>
    public async Task<Func<ReportName, ReportStanding>> OfTaskAsync(TaskName task, CancellationToken cancellation)
    {
        var rules = await lights.RulesOfReportsAsync(task, cancellation);
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == task.Plan, cancellation);
        var owed = plan is null ? [] : await obligations.OfPlanAsync(plan, task.Number, cancellation);
        // A report that was returned is due again: what counts is the last of its dates.
        var last = owed.Where(o => o.Key.Period is not null)
            .GroupBy(o => o.Key.Report).ToDictionary(g => g.Key, g => g.MaxBy(o => o.Key.Round)!);
        return name => last.GetValueOrDefault(name) is { } due
            ? new(rules(name), time.EndOf(due.DueOn), due.IsOpen && due.DueOn < time.Today, due.MetAt is { } met ? Math.Max(0, time.DayOf(met).DayNumber - due.DueOn.DayNumber) : 0)
            : new(rules(name), null, Overdue: false, LateDays: 0);
    }
}
