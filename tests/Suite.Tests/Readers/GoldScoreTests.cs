using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suite.Testing;
using Suite.Tests.Running;

namespace Suite.Tests.Readers;

/// <summary>How well the published table was read, as the gateway shows it, against answers labelled by hand.</summary>
public sealed class GoldScoreTests(SuiteFixture suite)
{
    const double Wanted = 0.99;
    static readonly string[] Fields = ["task found", "section", "target", "leaders", "lead units", "supporting units"];

    [Fact]
    public async Task ListTasks_PublishedTable_ScoresAgainstTheLabels()
    {
        var score = Repository.Shared("gold/score");
        Assert.SkipWhen(score is null || PlanDocuments.Published is null, "The published table and its labels are not beside the repository.");
        var tasks = await suite.Json.ListAsync("v1/plans/2024/tasks?pageSize=100", "tasks", await suite.Accounts.Office);
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new JsonArray([.. tasks.Select(t => t.DeepClone())])), TestContext.Current.CancellationToken);
            TestContext.Current.TestOutputHelper!.WriteLine(await ScoreAsync(score!, file));
            var figures = JsonNode.Parse(await ScoreAsync(score!, file, "--json"))!;
            foreach (var field in Fields) figures[field]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(Wanted, field);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static async Task<string> ScoreAsync(string score, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("python3", [score, .. arguments]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);
        return output;
    }
}
