using System.Text.Json;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

/// <summary>The first quarter's report of 虎门镇 on task 1 of <see cref="Tables.TwoTasks"/>, taken through its steps over JSON.</summary>
sealed class ReportJourney(TasksFixture suite, string plan, JsonElement json)
{
    public const string Unit = "humen";

    /// <summary>As it was opened.</summary>
    public JsonElement Json => json;

    public string Name => json.Text("name");

    public static async Task<ReportJourney> OpenAsync(TasksFixture suite, string plan, string amount = "18")
    {
        await suite.IssueAsync(plan, Tables.TwoTasks);
        var reporter = suite.As(Role.Reporter, Unit);
        (await reporter.PostAsJsonAsync($"/v1/plans/{plan}/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        object report = new { quarter = 1, narrative = "进展顺利。", figures = new[] { FigureOf(plan, amount) } };
        return new(suite, plan, (await reporter.PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports", report).ReadAsync()).Require(200));
    }

    /// <summary>A figure for the first quarter's commitment (20 亿元), the second of the task.</summary>
    public object Figure(string amount) => FigureOf(plan, amount);

    public Task<Answer> GetAsync(string path) => suite.As(Role.Reporter, Unit).GetAsync($"/v1/{Name}{path}").ReadAsync();

    public Task<Answer> UpdateAsync(object content, string? requestId = null)
    {
        var reporter = suite.As(Role.Reporter, Unit);
        if (requestId is not null) reporter.DefaultRequestHeaders.Add("Idempotency-Key", requestId);
        return reporter.PatchAsJsonAsync($"/v1/{Name}", content).ReadAsync();
    }

    public Task<Answer> StepAsync(Role role, string step, object? body = null) =>
        suite.As(role, role == Role.Office ? null : Unit).PostAsJsonAsync($"/v1/{Name}:{step}", body ?? new { }).ReadAsync();

    /// <summary>From a draft to the office's desk.</summary>
    public async Task SubmittedAsync()
    {
        (await StepAsync(Role.Approver, "approve")).Require(200);
        (await StepAsync(Role.Reporter, "submit")).Require(200);
    }

    /// <summary>What was done to the report, in order.</summary>
    public Task<List<string>> AuditAsync() => suite.ColumnAsync($"SELECT action FROM audit_entry WHERE resource LIKE '{Name}%' ORDER BY sequence");

    static object FigureOf(string plan, string amount) => new { commitment = $"plans/{plan}/tasks/1/commitments/2", periodValue = amount };
}
