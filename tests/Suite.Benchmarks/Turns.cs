using System.Diagnostics;

namespace Suite.Benchmarks;

/// <summary>Runs a thing and its reference in turn.</summary>
static class Turns
{
    /// <summary>What the runtime compiles again after many calls must not be measured.</summary>
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    public static async Task<(Times Took, Times Reference)> TakeAsync(int rounds, Func<Task> measured, Func<Task> reference, CancellationToken cancellation)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < WarmUp;)
        {
            cancellation.ThrowIfCancellationRequested();
            await measured();
            await reference();
        }

        var (took, referred) = (new List<double>(rounds), new List<double>(rounds));
        for (var round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            took.Add(await TimeAsync(measured));
            referred.Add(await TimeAsync(reference));
        }

        return (Times.Of(took), Times.Of(referred));
    }

    static async Task<double> TimeAsync(Func<Task> action)
    {
        var began = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
