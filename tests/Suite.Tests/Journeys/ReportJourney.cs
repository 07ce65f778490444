using System.Text.Json.Nodes;
using Suite.Tests.Running;

namespace Suite.Tests.Journeys;

/// <summary>Takes a task's first-quarter report through its steps, each with the account whose step it is.</summary>
public sealed class ReportJourney(SuiteFixture suite, LedTask task)
{
    public async Task<JsonNode> AcknowledgeAsync() => await StepAsync(task.Reporter, task.Task, "acknowledge");

    public async Task<JsonNode> DraftAsync(string narrative = "一季度按计划推进。", string? value = null) =>
        (await suite.Json.PostAsync($"v1/{task.Task}/reports", Content(narrative, value ?? task.Value), await suite.Accounts.TokenAsync(task.Reporter))).Good();

    public Task<JsonNode> ApproveAsync() => StepAsync(task.Approver, task.Report, "approve");

    public Task<JsonNode> SubmitAsync() => StepAsync(task.Reporter, task.Report, "submit");

    public Task<JsonNode> AcceptAsync() => StepAsync("office", task.Report, "accept");

    /// <summary>Everything but the last step.</summary>
    public async Task SubmittedAsync()
    {
        await AcknowledgeAsync();
        await DraftAsync();
        await ApproveAsync();
        await SubmitAsync();
    }

    public object Content(string narrative, string value) => new
    {
        quarter = 1, narrative, figures = new[] { new { commitment = task.Commitment, yearToDateValue = value } },
        unreportedFigures = task.Others.Select(commitment => new { commitment, explanation = "次月统计。" }),
    };

    async Task<JsonNode> StepAsync(string account, string resource, string verb) =>
        (await suite.Json.PostAsync($"v1/{resource}:{verb}", new { }, await suite.Accounts.TokenAsync(account))).Good();
}
