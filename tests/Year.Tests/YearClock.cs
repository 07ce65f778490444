namespace Suite.Year.Tests;

/// <summary>Business time that stands still until the year's calendar moves it on. Timers and time-outs run by the machine's clock as ever.</summary>
public sealed class YearClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>China has one zone and no daylight saving.</summary>
    static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    long _ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves on to an hour of a day in the city; time never goes back.</summary>
    public void MoveTo(DateOnly day, int hour)
    {
        var moment = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, 0)), Zone).UtcTicks;
        if (moment < Interlocked.Read(ref _ticks)) throw new ArgumentOutOfRangeException(nameof(day), day, $"lies before {GetUtcNow()}.");
        Interlocked.Exchange(ref _ticks, moment);
    }
}
