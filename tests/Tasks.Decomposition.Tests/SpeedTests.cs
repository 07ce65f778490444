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
        for (var warm = 0; warm < 10; warm++) new PlanReader().Read(text);
        var one = Taken(() => Repeat(text)) / Copies;
        var together = string.Concat(Enumerable.Repeat(text + "\n", Copies));
        var many = Taken(() => new PlanReader().Read(together));
        output.WriteLine($"one {one.TotalMilliseconds:0} ms, {Copies} copies in one document {many.TotalMilliseconds:0} ms, ratio {many / one:0.0}");
        one.ShouldBeLessThan(TimeSpan.FromMilliseconds(300));
        (many / one).ShouldBeLessThan(1.6 * Copies);
    }

    private static void Repeat(string text)
    {
        for (var copy = 0; copy < Copies; copy++) new PlanReader().Read(text);
    }

    /// <summary>Processor time, which other programs on the machine lengthen less than the time on the clock; the better of three.</summary>
    private static TimeSpan Taken(Action work)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 3; i++)
        {
            var before = Environment.CpuUsage.TotalTime;
            work();
            var taken = Environment.CpuUsage.TotalTime - before;
            best = taken < best ? taken : best;
        }
        return best;
    }
}
