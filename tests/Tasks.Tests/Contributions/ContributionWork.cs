using System.Text.Json;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Contributions;

/// <summary>Task 1 of <see cref="Tables.ForTowns"/>: 市水务局 leads, 市发展改革局 supports, two towns are members; what they do by the JSON doors.</summary>
sealed class ContributionWork(TasksFixture suite, string plan)
{
    public const string Lead = "water";
    public const string Supporter = "development-reform";

    public string Task => $"plans/{plan}/tasks/1";

    public string Contribution => ReportOf(Supporter, 1);

    public string ReportOf(string unit, int quarter) => $"{Task}/reports/{unit}-q{quarter}";

    /// <summary>Issued, and acknowledged by the lead and the supporting unit.</summary>
    public async Task<ContributionWork> IssuedAsync()
    {
        await suite.IssueAsync(plan, Tables.ForTowns);
        foreach (var unit in new[] { Lead, Supporter })
            (await suite.As(Role.Reporter, unit).PostAsJsonAsync($"/v1/{Task}:acknowledge", new { }).ReadAsync()).Require(200);
        return this;
    }

    /// <summary>2 and 3 are the first quarter's amount and ratio, 4 the second quarter's amount.</summary>
    public object Figure(int ordinal, string value) => new { commitment = $"{Task}/commitments/{ordinal}", periodValue = value };

    public Task<Answer> DraftAsync(string unit, int quarter, string narrative, params IReadOnlyList<object> figures) =>
        suite.As(Role.Reporter, unit).PostAsJsonAsync($"/v1/{Task}/reports", new { quarter, narrative, figures }).ReadAsync();

    public async Task HandedInAsync(string unit, int quarter, string narrative, params IReadOnlyList<object> figures)
    {
        (await DraftAsync(unit, quarter, narrative, figures)).Require(200);
        await SendAsync(unit, quarter);
    }

    public async Task SendAsync(string unit, int quarter)
    {
        (await StepAsync(Role.Approver, unit, unit, quarter, "approve")).Require(200);
        (await StepAsync(Role.Reporter, unit, unit, quarter, "submit")).Require(200);
    }

    public Task<Answer> StepAsync(Role role, string? by, string unit, int quarter, string step, object? body = null) =>
        suite.As(role, by).PostAsJsonAsync($"/v1/{ReportOf(unit, quarter)}:{step}", body ?? new { }).ReadAsync();

    public Task<Answer> TakeOverAsync(object what, string? requestId = null, string by = Lead)
    {
        var reporter = suite.As(Role.Reporter, by);
        if (requestId is not null) reporter.DefaultRequestHeaders.Add("Idempotency-Key", requestId);
        return reporter.PostAsJsonAsync($"/v1/{ReportOf(by, 1)}:takeOver", what).ReadAsync();
    }

    public async Task<JsonElement> ContributionsAsync(HttpClient caller, string query = "period=q1") =>
        (await caller.GetAsync($"/v1/{Task}/contributions?{query}").ReadAsync()).Require(200);

    /// <summary>Name of what each unit has handed in, as somebody sees it; empty where nothing shows.</summary>
    public async Task<List<(string Unit, string Report)>> SeenAsync(HttpClient caller) =>
        [.. (await ContributionsAsync(caller)).GetProperty("contributions").EnumerateArray()
            .Select(c => (c.Text("unit"), c.TryGetProperty("report", out var report) && report.ValueKind == JsonValueKind.Object ? report.Text("name") : ""))];
}
