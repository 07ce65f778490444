using System.Diagnostics;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests;

/// <summary>Scores the reading of the real table against the labelled answers, where both and the scoring tool are at hand.</summary>
public sealed class ScoreTests(ITestOutputHelper output)
{
    private static readonly (string Figure, double AtLeast)[] Bars =
    [
        ("task found", 0.99), ("section", 0.99), ("target", 0.99), ("leaders", 0.99), ("lead units", 0.99), ("supporting units", 0.99),
        ("supporting groups", 0.99), ("requirement", 0.98), ("schedule items", 0.985), ("schedule, whole task", 0.97),
        ("commitment recall", 0.97), ("commitment precision", 0.97), ("comparator", 0.97), ("growth rate", 0.99), ("measure", 0.95),
        ("accumulation", 0.93),
    ];

    [Fact]
    public async Task Score_RealTable_ReachesTheBars()
    {
        Assert.SkipWhen(SharedFiles.Table is null || SharedFiles.Gold is null, SharedFiles.Absent);
        var plan = new PlanReader().Read(await File.ReadAllTextAsync(SharedFiles.Table!, TestContext.Current.CancellationToken));
        var report = await Run(ScoreExport.Write(plan, new UnitNames(SharedFiles.Gold!)));
        foreach (var (figure, value) in report) output.WriteLine($"{figure,-24} {value:0.0000}");
        foreach (var (figure, atLeast) in Bars) report[figure].ShouldBeGreaterThanOrEqualTo(atLeast, figure);
    }

    private static async Task<Dictionary<string, double>> Run(string tasks)
    {
        var file = Environment.GetEnvironmentVariable("SUITE_SCORE_EXPORT") ?? Path.Combine(Path.GetTempPath(), $"score-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, tasks, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("python3", [Path.Combine(SharedFiles.Gold!, "score"), file, "--json"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("SUITE_SCORE_EXPORT") is null) File.Delete(file);
        return JsonSerializer.Deserialize<Dictionary<string, double>>(printed)!;
    }
}
