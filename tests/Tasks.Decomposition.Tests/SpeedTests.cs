using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>
/// How long reading takes, and how that grows: both figures of a ratio are taken in one run, in processor time, the best of a few, so that a
/// busy machine slows both alike.
/// </summary>
[Collection(nameof(Timed))]
public sealed partial class SpeedTests(ITestOutputHelper output)
{
    private const int Many = 100;
    private const int Few = 10;

    [Fact]
    public void Read_WholePlan_TakesUnderAThirdOfASecondAndGrowsWithTheDocument()
    {
        var text = SharedFiles.Table is { } real ? File.ReadAllText(real) : Laws.Tables.All().Last();
        for (var warm = 0; warm < 5; warm++) new PlanReader().Read(text);
        var (few, many) = (Copies(text, Few), Copies(text, Many));
        var one = BestOf(3, () => Repeat(text)) / Few;
        PlanDocument? read = null;
        var large = 0L;
        var oneHundred = BestOf(2, () => large = Allocated(() => read = new PlanReader().Read(many)));
        var small = Allocated(() => new PlanReader().Read(few));
        read!.Tasks.Select(t => t.Number).ShouldBe(Enumerable.Range(1, Many * new PlanReader().Read(text).Tasks.Count));
        output.WriteLine($"one {one.TotalMilliseconds:0} ms, {Many} copies in one document {oneHundred.TotalMilliseconds:0} ms, ratio {oneHundred / one:0.0}; "
            + $"allocated for {Few} copies {small >> 20} MB, for {Many} {large >> 20} MB");
        one.ShouldBeLessThan(TimeSpan.FromMilliseconds(300));
        (oneHundred / one).ShouldBeLessThan(1.3 * Many);
        ((double)large / small).ShouldBeLessThan(1.2 * Many / Few);
    }

    /// <summary>One document with the tasks of all copies, numbered on.</summary>
    private static string Copies(string text, int copies)
    {
        var tasks = new PlanReader().Read(text).Tasks.Count;
        return string.Concat(Enumerable.Range(0, copies).Select(copy => Number().Replace(text,
            found => found.Groups[1].Value + (int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture) + copy * tasks).ToString(CultureInfo.InvariantCulture) + "."))
            .Select(c => c + "\n"));
    }

    private static void Repeat(string text)
    {
        for (var copy = 0; copy < Few; copy++) new PlanReader().Read(text);
    }

    private static TimeSpan BestOf(int times, Action work) => Enumerable.Range(0, times).Min(_ => Timed.Taken(work));

    private static long Allocated(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>A task's number: at the beginning of a target cell, or of a paragraph of one.</summary>
    [GeneratedRegex(@"((?:\t|<p>)\s*)([0-9]{1,3})\s*\.(?![0-9]{1,2}[^0-9])")]
    private static partial Regex Number();
}
