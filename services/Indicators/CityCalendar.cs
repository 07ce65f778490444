using System.Globalization;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators;

/// <summary>Days as the city counts them: in the time zone under <c>Indicators:TimeZone</c>, Asia/Shanghai where none is set.</summary>
public sealed class CityCalendar(TimeProvider clock, IConfiguration configuration)
{
    static readonly DateOnly First = new(1900, 1, 1);
    static readonly DateOnly Last = new(2200, 12, 31);

    readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Indicators:TimeZone"] ?? "Asia/Shanghai");

    public DateOnly Today => DayOf(clock.GetUtcNow());

    /// <summary>The city's day at a moment.</summary>
    public DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, _zone).DateTime);

    /// <summary>The day a field of a request says; today where it is empty.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public DateOnly DayIn(string text, string field)
    {
        if (text.Length == 0) return Today;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First && day <= Last
            ? day
            : throw Problems.InvalidField(field, "must be a day as YYYY-MM-DD, 1900 to 2200.");
    }

    /// <summary>As the contract writes days; empty for the beginning of time.</summary>
    public static string Text(DateOnly day) => day == DateOnly.MinValue ? "" : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
