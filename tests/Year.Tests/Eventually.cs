namespace Suite.Year.Tests;

/// <summary>Events take a moment; a test looks again for a while.</summary>
static class Eventually
{
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(120);

    public static async Task HoldsAsync(Func<Task<bool>> look)
    {
        for (var began = TimeProvider.System.GetTimestamp(); !await look(); await Task.Delay(300))
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(AtMost);
    }
}
