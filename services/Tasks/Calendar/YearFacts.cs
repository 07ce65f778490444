using System.Globalization;
using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Calendar;

/// <summary>Days off in a row, the first and the last included.</summary>
public sealed record Holiday(string Name, DateOnly From, DateOnly Until)
{
    public bool Has(DateOnly day) => day >= From && day <= Until;
}

/// <summary>A year's holidays, and the weekend days worked instead (调休), as the notice on them says.</summary>
/// <param name="Source">The notice, by title and number.</param>
/// <param name="Workdays">Saturdays and Sundays that are working days.</param>
public sealed record YearFacts(int Year, string Source, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> Workdays)
{
    public const int FirstYear = 1950;
    public const int LastYear = 2150;
    const int MostHolidays = 30;
    const int MostDays = 60;
    const int LongestText = 200;

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    public IEnumerable<FieldViolation> Violations()
    {
        if (Year is < FirstYear or > LastYear) yield return new("calendar_year.year", $"must be {FirstYear} to {LastYear}.");
        if (Source.Length is 0 or > LongestText) yield return new("calendar_year.source", $"must name the notice in 1 to {LongestText} characters.");
        if (Holidays.Count > MostHolidays) yield return new("calendar_year.holidays", $"must be at most {MostHolidays}.");
        for (var i = 0; i < Holidays.Count; i++)
            if (Fault(i) is { } fault) yield return new(string.Create(CultureInfo.InvariantCulture, $"calendar_year.holidays[{i}]"), fault);
        if (Workdays.Count > MostDays) yield return new("calendar_year.workdays", $"must be at most {MostDays}.");
        for (var i = 0; i < Workdays.Count; i++)
            if (Fault(Workdays[i]) is { } fault) yield return new(string.Create(CultureInfo.InvariantCulture, $"calendar_year.workdays[{i}]"), fault);
        if (Workdays.Distinct().Count() != Workdays.Count) yield return new("calendar_year.workdays", "must not name a day twice.");
    }

    string? Fault(int index)
    {
        var holiday = Holidays[index];
        if (holiday.Name.Length is 0 or > LongestText) return $"must have a name of 1 to {LongestText} characters.";
        if (holiday.From.Year != Year || holiday.Until.Year != Year) return $"must lie within {Year}.";
        if (holiday.Until < holiday.From || holiday.Until > holiday.From.AddDays(MostDays)) return $"must end on its first day or up to {MostDays} days after it.";
        return Holidays.Take(index).Any(h => h.From <= holiday.Until && h.Until >= holiday.From) ? "must not overlap another one." : null;
    }

    string? Fault(DateOnly workday) =>
        workday.Year != Year ? $"must lie within {Year}."
        : workday.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? "must be a Saturday or Sunday: other days are worked unless they are holidays."
        : Holidays.Any(h => h.Has(workday)) ? "must not be one of the holidays." : null;
}
