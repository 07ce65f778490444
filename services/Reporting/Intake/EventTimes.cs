using System.Globalization;

namespace Suite.Reporting.Intake;

/// <summary>Times of events as the database keeps them: in UTC, to the microsecond.</summary>
static class EventTimes
{
    public static DateTimeOffset Kept(DateTimeOffset time)
    {
        var utc = time.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>Tells apart what happened to one resource more than once.</summary>
    public static string Mark(DateTimeOffset time) => Kept(time).ToString("O", CultureInfo.InvariantCulture);
}
