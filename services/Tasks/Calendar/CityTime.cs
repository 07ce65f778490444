using System.Globalization;
using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Calendar;

/// <summary>Days and hours as the city counts them: in the time zone under <c>Tasks:TimeZone</c>, Asia/Shanghai where none is set.</summary>
public sealed class CityTime(TimeProvider clock, IConfiguration configuration)
{
    static readonly DateOnly First = new(1900, 1, 1);
    static readonly DateOnly Last = new(2200, 12, 31);

    readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(configuration["Tasks:TimeZone"] ?? "Asia/Shanghai");

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    public TimeOnly HourOf(DateTimeOffset instant) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, _zone).DateTime);

    /// <summary>The instant at which a day is over.</summary>
    public DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, _zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The day a field of a request says; null where it is empty.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static DateOnly? DayIn(string text, string field)
    {
        if (text.Length == 0) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day >= First && day <= Last
            ? day
            : throw Problems.InvalidField(field, "must be a day as YYYY-MM-DD, 1900 to 2200.");
    }

    /// <summary>As the contract writes days; empty for none.</summary>
    public static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
