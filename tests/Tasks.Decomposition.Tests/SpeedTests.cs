using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>Runs alone: other tests would be measured with it.</summary>
[CollectionDefinition(nameof(SpeedTests), DisableParallelization = true)]
[Collection(nameof(SpeedTests))]
public sealed class SpeedTests(ITestOutputHelper output)
{
    private const int Copies = 20;

    [Fact]
    public void Read_RealTable_IsFastAndGrowsWithTheDocument()
    {
        Assert.SkipWhen(SharedFiles.Table is null, SharedFiles.Absent);
        var text = File.ReadAllText(SharedFiles.Table!);
        var one = Best(text, 30);
        var many = Best(string.Concat(Enumerable.Repeat(text + "\n", Copies)), 3);
        output.WriteLine($"one {one.TotalMilliseconds:0} ms, {Copies} copies {many.TotalMilliseconds:0} ms, ratio {many / one:0.0}");
        one.ShouldBeLessThan(TimeSpan.FromMilliseconds(300));
        (many / one).ShouldBeLessThan(1.3 * Copies);
    }

    /// <summary>Processor time, which other programs on the machine do not lengthen as they do the time on the clock; the best of several.</summary>
    private static TimeSpan Best(string text, int times)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < times; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            new PlanReader().Read(text);
            var taken = Environment.CpuUsage.TotalTime - before;
            best = taken < best ? taken : best;
        }
        return best;
    }
}
