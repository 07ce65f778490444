using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>
/// How long reading takes, and how that grows. A hundred plans read one by one, half before and half after the same hundred as one document:
/// both take about as long, so that a busy machine slows both alike. Processor time, which a
/// neighbour on the same core still lengthens: a growth faster than the document's would show in every try.
/// </summary>
[Collection(nameof(Timed))]
public sealed partial class SpeedTests(ITestOutputHelper output)
{
    private const int Many = 100;
    private const int Few = 10;
    private const int Tries = 3;

    /// <summary>Enough for the compiler to be done with what it improves on the way.</summary>
    private const int Warm = 30;

    /// <summary>
    /// What is computed and allocated grows in proportion, and rows are let go as soon as their task is read; what is left above 1 is the
    /// collector's, which carries the tasks of a hundred plans over where those of one are dropped.
    /// </summary>
    private const double Bound = 1.3;

    [Fact]
    public void Read_WholePlan_TakesUnderAThirdOfASecondAndGrowsWithTheDocument()
    {
        var text = SharedFiles.Table is { } real ? File.ReadAllText(real) : Laws.Tables.All().Last();
        var (few, many) = (Copies(text, Few), Copies(text, Many));
        OneByOne(text, Warm);
        Enumerable.Range(0, Tries).Any(_ => Compare(text, many) < Bound * Many).ShouldBeTrue("every ratio, printed above, is over the bound");
        var (small, large) = (Allocated(text, 1), Allocated(few, Few));
        output.WriteLine($"allocated for one {small >> 20} MB, for {Few} copies {large >> 20} MB");
        ((double)large / small).ShouldBeLessThan(1.1 * Few);
    }

    private double Compare(string text, string many)
    {
        PlanDocument? read = null;
        var before = OneByOne(text, Many / 2);
        var (paused, collected) = (GC.GetTotalPauseDuration(), Collected());
        var together = Timed.Taken(() => read = new PlanReader().Read(many));
        output.WriteLine($"paused for the collector {(GC.GetTotalPauseDuration() - paused).TotalMilliseconds:0} ms; collections by generation {string.Join(", ", Collected().Zip(collected, (now, then) => now - then))}; {read!.Diagnostics.Count} findings");
        var one = (before + OneByOne(text, Many / 2)) / Many;
        output.WriteLine($"one {one.TotalMilliseconds:0} ms, {Many} copies in one document {together.TotalMilliseconds:0} ms, ratio {together / one:0.0}");
        read!.Tasks.Select(t => t.Number).ShouldBe(Enumerable.Range(1, read.Tasks.Count));
        one.ShouldBeLessThan(TimeSpan.FromMilliseconds(300));
        return together / one;
    }

    private static List<int> Collected() => [.. Enumerable.Range(0, GC.MaxGeneration + 1).Select(GC.CollectionCount)];

    private static TimeSpan OneByOne(string text, int times) => Timed.Taken(() =>
    {
        for (var time = 0; time < times; time++) new PlanReader().Read(text);
    });

    private static long Allocated(string text, int copies)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        new PlanReader().Read(text).Tasks.Count.ShouldBeGreaterThan(copies);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>One document with the tasks of all copies, numbered on.</summary>
    private static string Copies(string text, int copies)
    {
        var tasks = new PlanReader().Read(text).Tasks.Count;
        return string.Concat(Enumerable.Range(0, copies).Select(copy => Number().Replace(text,
            found => found.Groups[1].Value + (int.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture) + copy * tasks).ToString(CultureInfo.InvariantCulture) + "."))
            .Select(c => c + "\n"));
    }

    /// <summary>A task's number: at the beginning of a target cell, or of a paragraph of one.</summary>
    [GeneratedRegex(@"((?:\t|<p>)\s*)([0-9]{1,3})\s*\.(?![0-9]{1,2}[^0-9])")]
    private static partial Regex Number();
}
