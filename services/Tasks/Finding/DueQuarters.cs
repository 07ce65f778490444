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
public sealed record PlanQuarters(int Present, IReadOnlyList<int> Over);

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
        var over = Enumerable.Range(1, Quarters).Where(q => dates.Of(known.Year, q, since).ReportDue < today).ToList();
        return new(today.Year == known.Year ? (today.Month + MonthsInQuarter - 1) / MonthsInQuarter : today.Year < known.Year ? 1 : Quarters, over);
    }
}
