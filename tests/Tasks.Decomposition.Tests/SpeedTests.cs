using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

[Collection(nameof(Timed))]
public sealed class SpeedTests(ITestOutputHelper output)
{
    private const int Copies = 20;

    [Fact]
    public void Read_RealTable_IsFastAndGrowsWithTheDocument()
    {
        Assert.SkipWhen(SharedFiles.Table is null, SharedFiles.Absent);
        var text = File.ReadAllText(SharedFiles.Table!);
        for (var warm = 0; warm < 10; warm++) new PlanReader().Read(text);
        var one = BestOfThree(() => Repeat(text)) / Copies;
        var together = string.Concat(Enumerable.Repeat(text + "\n", Copies));
        var many = BestOfThree(() => new PlanReader().Read(together));
        output.WriteLine($"one {one.TotalMilliseconds:0} ms, {Copies} copies in one document {many.TotalMilliseconds:0} ms, ratio {many / one:0.0}");
        one.ShouldBeLessThan(TimeSpan.FromMilliseconds(300));
        (many / one).ShouldBeLessThan(1.6 * Copies);
    }

    private static void Repeat(string text)
    {
        for (var copy = 0; copy < Copies; copy++) new PlanReader().Read(text);
    }

    private static TimeSpan BestOfThree(Action work) => Enumerable.Range(0, 3).Min(_ => Timed.Taken(work));
}
