using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Finding;

/// <summary>Where a plan stands in its year.</summary>
/// <param name="Present">The present quarter in the plan's year; before it the first, after it the last.</param>
/// <param name="Over">Quarters whose last day for reports is over.</param>
/// <param name="LastDays">For reports, by quarter from 1.</param>
public sealed record PlanQuarters(int Present, IReadOnlyList<int> Over, IReadOnlyList<DateOnly> LastDays, Func<DateTimeOffset, DateOnly> DayOf)
{
    /// <summary>Quarters whose reports did not have to be in any more when the task was closed or carried over.</summary>
    public int[] ExcusedOf(BoardTask task) => !task.State.IsOver() ? [] : task.EndedAt is not { } end ? [1, 2, 3, 4] : [.. LastDays.Index().Where(d => DayOf(end) <= d.Item).Select(d => d.Index + 1)];
}

/// <summary>Which quarters of a plan are due, by the calendar and the deadline rules; counted from the day the plan was issued.</summary>
public sealed class DueQuarters(TasksDbContext db, ObligationBook obligations, CityTime time)
{
    const int Quarters = 4;
    const int MonthsInQuarter = 3;

    /// <exception cref="ProblemException">NOT_FOUND, also for a draft.</exception>
    public async Task<PlanQuarters> OfAsync(string plan, CancellationToken cancellation)
    {
        var known = await db.Plans.Where(p => p.Id == plan && p.State != PlanState.Draft).Select(p => new { p.Year, p.IssuedAt }).SingleOrDefaultAsync(cancellation)
            ?? throw Problems.NotFound("Plan", ResourceNames.Plan(plan));
        var (dates, since, today) = (await obligations.DatesAsync(cancellation), time.DayOf(known.IssuedAt ?? time.Now), time.Today);
        var last = Enumerable.Range(1, Quarters).Select(q => dates.Of(known.Year, q, since).ReportDue).ToList();
        return new(today.Year == known.Year ? (today.Month + MonthsInQuarter - 1) / MonthsInQuarter : today.Year < known.Year ? 1 : Quarters,
            [.. last.Index().Where(d => d.Item < today).Select(d => d.Index + 1)], last, time.DayOf);
    }
}
