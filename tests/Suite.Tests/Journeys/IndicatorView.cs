using System.Text.Json.Nodes;
using Suite.Tests.Running;

namespace Suite.Tests.Journeys;

/// <summary>What the indicators service shows of a task's commitment.</summary>
public static class IndicatorView
{
    /// <summary>The indicator that answers the task's commitment, once it has an observation from the task's report.</summary>
    public static Task<JsonNode> ObservedAsync(SuiteFixture suite, LedTask task) =>
        Eventually.SeeAsync($"an observation from {task.Report}", async () =>
            await FindAsync(suite, task) is { } indicator && ObservationsFrom(indicator, task) > 0 ? indicator : null);

    /// <summary>How many observations from the task's report were ever recorded for the indicator.</summary>
    public static async Task<int> CountAsync(SuiteFixture suite, LedTask task, JsonNode indicator)
    {
        var all = await suite.Json.ListAsync($"v1/{indicator["name"]}/observations?pageSize=100", "observations", await suite.Accounts.Office);
        return all.Count(o => o["report"]!.GetValue<string>() == task.Report);
    }

    static async Task<JsonNode?> FindAsync(SuiteFixture suite, LedTask task)
    {
        var office = await suite.Accounts.Office;
        foreach (var listed in await suite.Json.ListAsync($"v1/indicators?task={task.Task}&pageSize=100", "indicators", office))
        {
            var indicator = (await suite.Json.GetAsync($"v1/{listed["name"]}", office)).Good();
            if (indicator["targets"]!.AsArray().Any(t => t!["commitment"]!.GetValue<string>() == task.Commitment)) return indicator;
        }

        return null;
    }

    static int ObservationsFrom(JsonNode indicator, LedTask task) =>
        indicator["observations"]!.AsArray().Count(o => o!["report"]!.GetValue<string>() == task.Report);
}
