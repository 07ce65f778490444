namespace Suite.Tests.Journeys;

/// <summary>Events take a moment; a test looks again for a while.</summary>
public static class Eventually
{
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);

    public static async Task<T> SeeAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        var clock = TimeProvider.System;
        for (var began = clock.GetTimestamp(); clock.GetElapsedTime(began) < AtMost; await Task.Delay(300, TestContext.Current.CancellationToken))
            if (await look() is { } seen)
                return seen;
        throw new TimeoutException($"{what} was not seen within {AtMost.TotalSeconds:0} s.");
    }
}
