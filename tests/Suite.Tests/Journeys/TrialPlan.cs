using System.Text.Json.Nodes;
using Suite.Tests.Running;

namespace Suite.Tests.Journeys;

/// <summary>A unit that leads a task, and an amount the task promises for the first quarter.</summary>
/// <param name="Task">plans/{plan}/tasks/{number}</param>
/// <param name="Unit">The last part of the unit's name.</param>
/// <param name="Others">The other commitments that the quarter's report has to answer.</param>
public sealed record LedTask(string Task, string Unit, string Commitment, string Value, IReadOnlyList<string> Others)
{
    public string Report => $"{Task}/reports/{Unit}-q1";

    public string Reporter => $"{Unit}.reporter";

    public string Approver => $"{Unit}.approver";
}

/// <summary>The seed table under another name, issued once and shared by tests that each take tasks of their own from it.</summary>
public sealed class TrialPlan(SuiteFixture suite)
{
    public const string Name = "plans/trial";

    static readonly SemaphoreSlim Gate = new(1, 1);
    static Queue<LedTask>? _tasks;

    /// <summary>A task that no other test has taken.</summary>
    public async Task<LedTask> TakeTaskAsync()
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _tasks ??= await IssueAsync();
            return _tasks.Dequeue();
        }
        finally
        {
            Gate.Release();
        }
    }

    async Task<Queue<LedTask>> IssueAsync()
    {
        var (door, office) = (suite.Json, await suite.Accounts.Office);
        var document = await File.ReadAllBytesAsync(PlanDocuments.Seed, TestContext.Current.CancellationToken);
        var plan = (await door.PostDocumentAsync("v1/plans:import?plan=trial", document, office)).Good()["plan"]!;
        if (plan["state"]!.GetValue<string>() == "PLAN_STATE_DRAFT") (await door.PostAsync($"v1/{Name}:issue", new { }, office)).Good();
        var tasks = await door.ListAsync($"v1/{Name}/tasks?quarter=1&pageSize=100", "tasks", office);
        // From one section after the other: a bulletin quotes the first eight reports of each.
        return new(tasks.GroupBy(t => Text(t, "section")).SelectMany(section => section.Select(Led).OfType<LedTask>().Index()).OrderBy(t => t.Index).Select(t => t.Item));
    }

    static LedTask? Led(JsonNode task)
    {
        var unit = Text(task["leadUnits"]?[0], "unit");
        var promise =
            (from item in task["schedule"]!.AsArray()
             from commitment in item!["commitments"]!.AsArray()
             let quarters = commitment!["quarters"]!.AsArray().Count > 0 ? commitment["quarters"]! : item["quarters"]!
             where quarters.AsArray().Select(q => q!.GetValue<int>()).SequenceEqual([1]) && !commitment["growthRate"]!.GetValue<bool>()
                 && Text(commitment, "accumulation") is "ACCUMULATION_CUMULATIVE" or "ACCUMULATION_IN_PERIOD"
             select commitment).FirstOrDefault();
        return unit.Length == 0 || promise is null ? null
            : new(Text(task, "name"), unit["units/".Length..], Text(promise, "name"), Text(promise, "value"),
                [.. Due(task).Select(c => Text(c, "name")).Where(name => name != Text(promise, "name"))]);
    }

    static IEnumerable<JsonNode> Due(JsonNode task) =>
        from item in task["schedule"]!.AsArray()
        from commitment in item!["commitments"]!.AsArray()
        let quarters = (commitment!["quarters"]!.AsArray().Count > 0 ? commitment["quarters"]! : item["quarters"]!).AsArray().Select(q => q!.GetValue<int>())
        where Text(item, "kind") == "SCHEDULE_KIND_EACH_QUARTER" ? quarters.Contains(1) : quarters.Max() == 1
        select commitment;

    static string Text(JsonNode? node, string member) => node?[member]?.GetValue<string>() ?? "";
}
