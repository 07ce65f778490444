namespace Suite.Directory.Tests;

/// <summary>The system's clock, put forward or back; timers run as ever.</summary>
public sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
