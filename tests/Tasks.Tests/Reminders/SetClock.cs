namespace Suite.Tasks.Tests.Reminders;

/// <summary>A clock that shows what it is set to; timers run on real time.</summary>
sealed class SetClock : TimeProvider
{
    static readonly TimeSpan China = TimeSpan.FromHours(8);

    public DateTimeOffset Now { get; private set; } = DateTimeOffset.UnixEpoch;

    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Sets it to an hour of a day in China.</summary>
    public DateTimeOffset Set(DateOnly day, int hour, int minute = 0) => Now = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), China).ToUniversalTime();
}
