using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Calendar;

/// <summary>The years that are known, and the days that follow from them.</summary>
public sealed class CalendarBook(TasksDbContext db, CityTime time)
{
    WorkingCalendar? _calendar;

    public async Task<WorkingCalendar> CalendarAsync(CancellationToken cancellation) =>
        _calendar ??= new((await Newest().ToListAsync(cancellation)).Select(y => y.Facts));

    /// <summary>The years from the first one after <paramref name="after"/>, each in its newest version.</summary>
    public async Task<IReadOnlyList<CalendarYear>> ListAsync(int after, int count, CancellationToken cancellation) =>
        await Newest().Where(y => y.Year > after).OrderBy(y => y.Year).Take(count).ToListAsync(cancellation);

    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<CalendarYear> GetAsync(int year, CancellationToken cancellation) =>
        await Newest().SingleOrDefaultAsync(y => y.Year == year, cancellation) ?? throw Problems.NotFound("CalendarYear", CalendarYear.NameOf(year));

    /// <summary>Adds a year, or corrects one.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public async Task<CalendarYear> CreateAsync(YearFacts facts, Actor by, CancellationToken cancellation)
    {
        // One after the other, so that versions count without gaps.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('calendars'))", cancellation);
        var last = await db.CalendarYears.Where(y => y.Year == facts.Year).MaxAsync(y => (int?)y.Version, cancellation) ?? 0;
        var made = CalendarYear.Make(last + 1, facts, by, time.Now);
        db.CalendarYears.Add(made);
        return made;
    }

    IQueryable<CalendarYear> Newest() => db.CalendarYears.AsNoTracking().Where(y => y.Version == db.CalendarYears.Where(o => o.Year == y.Year).Max(o => o.Version));
}
