namespace Suite.Tasks.Calendar;

/// <summary>
/// Which days are worked: Monday to Friday without the holidays, and the weekend days worked instead of them. Of a year that is not
/// known, weekends are all that is off.
/// </summary>
public sealed class WorkingCalendar
{
    readonly HashSet<int> _years;
    readonly HashSet<DateOnly> _off;
    readonly HashSet<DateOnly> _worked;

    public WorkingCalendar(IEnumerable<YearFacts> years)
    {
        var known = years.ToList();
        _years = [.. known.Select(y => y.Year)];
        _off = [.. known.SelectMany(y => y.Holidays).SelectMany(h => Enumerable.Range(0, h.Until.DayNumber - h.From.DayNumber + 1).Select(h.From.AddDays))];
        _worked = [.. known.SelectMany(y => y.Workdays)];
    }

    public bool Knows(int year) => _years.Contains(year);

    public bool IsWorked(DateOnly day) =>
        _worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_off.Contains(day));

    /// <summary>The <paramref name="count"/>th working day after a day, which itself does not count.</summary>
    /// <param name="count">1 or more.</param>
    public DateOnly After(DateOnly day, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        while (count > 0)
        {
            day = day.AddDays(1);
            if (IsWorked(day)) count--;
        }

        return day;
    }

    /// <summary>The day itself where it is worked, else the last working day before it.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorked(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>The day itself where it is worked, else the first working day after it.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorked(day)) day = day.AddDays(1);
        return day;
    }
}
