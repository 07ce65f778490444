using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.WellKnownTypes;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;

namespace Suite.Tasks.Api;

/// <summary>The working-day calendar in the words of the contract.</summary>
static partial class CalendarMessages
{
    public static V1.CalendarYear ToMessage(this CalendarYear year) => new()
    {
        Name = year.Name, Year = year.Year, Source = year.Facts.Source, Version = year.Version, Creator = year.CreatedBy, CreateTime = year.CreatedAt.ToTimestamp(),
        Holidays = { year.Facts.Holidays.Select(h => new V1.Holiday { Name = h.Name, FirstDate = CityTime.Text(h.From), LastDate = CityTime.Text(h.Until) }) },
        Workdays = { year.Facts.Workdays.Select(d => CityTime.Text(d)) }, WorkingDayCount = WorkingDays(year.Facts),
    };

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static YearFacts Read(V1.CalendarYear year) => new(year.Year, year.Source,
        [.. year.Holidays.Select((h, i) => new Holiday(h.Name, Day(h.FirstDate, $"holidays[{i}].first_date"), Day(h.LastDate, $"holidays[{i}].last_date")))],
        [.. year.Workdays.Select((d, i) => Day(d, $"workdays[{i}]"))]);

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static int YearOf(string name) => NamePattern().Match(name) is { Success: true } match
        ? int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture)
        : throw Problems.InvalidField("name", "must be calendars/{year}.");

    static DateOnly Day(string text, FormattableString field) => CityTime.DayIn(text, $"calendar_year.{field.ToString(CultureInfo.InvariantCulture)}")
        ?? throw Problems.InvalidField($"calendar_year.{field.ToString(CultureInfo.InvariantCulture)}", "must be given, as YYYY-MM-DD.");

    static int WorkingDays(YearFacts facts)
    {
        var calendar = new WorkingCalendar([facts]);
        var first = new DateOnly(facts.Year, 1, 1);
        return Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Count(n => calendar.IsWorked(first.AddDays(n)));
    }

    [GeneratedRegex(@"^calendars/(?<year>[1-9][0-9]{3})\z")]
    private static partial Regex NamePattern();
}
