using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>Tests that measure: they run alone, and in processor time, which a busy machine lengthens less than the time on the clock.</summary>
[CollectionDefinition(nameof(Timed), DisableParallelization = true)]
public sealed class Timed
{
    internal static TimeSpan Taken(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();
        return Environment.CpuUsage.TotalTime - before;
    }
}
