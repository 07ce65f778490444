using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Documents;

/// <summary>20,000 broken files of every form end in a plan or a refusal that says what was expected, each soon and in little memory.</summary>
[Collection(nameof(Timed))]
public sealed class MutatedFileTests(ITestOutputHelper output)
{
    /// <summary>How many are tried where SUITE_MUTATIONS does not say.</summary>
    private const int Tried = 20_000;

    private const long MostAllocated = 512L << 20;

    [Fact]
    public void Read_MutatedFiles_EndInAPlanOrARefusal()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("SUITE_MUTATIONS"), CultureInfo.InvariantCulture, out var asked) ? asked : Tried;
        var mutations = new Mutations();
        var outcomes = new ConcurrentDictionary<string, int>();
        var slow = new ConcurrentBag<(TimeSpan Taken, int Number)>();
        var large = new ConcurrentBag<(long Allocated, int Number)>();
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, number =>
        {
            var file = mutations.Make(number);
            var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
            outcomes.AddOrUpdate(Outcome(file, number), 1, (_, times) => times + 1);
            slow.Add((clock.Elapsed, number));
            large.Add((GC.GetAllocatedBytesForCurrentThread() - before, number));
        });
        foreach (var (outcome, times) in outcomes.OrderByDescending(o => o.Value)) output.WriteLine($"{times,6} {outcome}");
        var largest = large.Max();
        output.WriteLine($"{count} files; slowest {slow.Max().Taken.TotalMilliseconds:0} ms (file {slow.Max().Number}); most memory allocated {largest.Allocated / 1048576.0:0.0} MiB (file {largest.Number})");

        // What was allocated in all is never less than what was held at once.
        largest.Allocated.ShouldBeLessThan(MostAllocated);
        foreach (var (_, number) in slow.Where(s => s.Taken > TimeSpan.FromSeconds(1)))
            Timed.Taken(() => Outcome(mutations.Make(number), number)).ShouldBeLessThan(TimeSpan.FromSeconds(2), $"file {number}");
    }

    private static string Outcome(byte[] file, int number)
    {
        try
        {
            new PlanReader().Read(file);
            return "a plan";
        }
        catch (PlanFormatException refused) when (refused.Message.Length > 0 && refused.Expected.Length > 0)
        {
            return refused.Reason.ToString();
        }
        catch (Exception defect)
        {
            throw new InvalidOperationException($"File {number} of the seed.", defect);
        }
    }
}
