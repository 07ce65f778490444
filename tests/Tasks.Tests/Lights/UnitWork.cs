using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Lights;

/// <summary>What a lead unit and the office do with a task's report, by the JSON doors.</summary>
sealed class UnitWork(TasksFixture suite, string plan, string unit)
{
    public async Task AcknowledgeAsync(int task) =>
        (await suite.As(Role.Reporter, unit).PostAsJsonAsync($"/v1/plans/{plan}/tasks/{task}:acknowledge", new { }).ReadAsync()).Require(200);

    /// <param name="amount">Year to date of the task's first commitment; null for a report without figures.</param>
    public async Task SubmittedAsync(int task, int quarter, string? amount)
    {
        await AcknowledgeAsync(task);
        var figures = amount is null ? [] : new[] { new { commitment = $"plans/{plan}/tasks/{task}/commitments/1", periodValue = amount, yearToDateValue = amount } };
        var opened = await suite.As(Role.Reporter, unit).PostAsJsonAsync($"/v1/plans/{plan}/tasks/{task}/reports", new { quarter, narrative = "按计划推进。", figures }).ReadAsync();
        opened.Require(200);
        if (await StepAsync(Role.Approver, task, quarter, "approve", new { }) is { Status: 409 } missing)
        {
            await ExplainAsync(opened.Body.Text("name"), missing);
            (await StepAsync(Role.Approver, task, quarter, "approve", new { })).Require(200);
        }

        (await StepAsync(Role.Reporter, task, quarter, "submit", new { })).Require(200);
    }

    /// <summary>Says why there is no figure for what the refusal names.</summary>
    async Task ExplainAsync(string report, Answer missing)
    {
        var unreportedFigures = missing.Problem(409, "FIGURES_MISSING").Body.GetProperty("violations").EnumerateArray()
            .Select(v => new { commitment = v.Text("field"), explanation = "次月统计。" });
        (await suite.As(Role.Reporter, unit).PatchAsJsonAsync($"/v1/{report}", new { unreportedFigures }).ReadAsync()).Require(200);
    }

    public async Task AcceptAsync(int task, int quarter, object body) => (await StepAsync(Role.Office, task, quarter, "accept", body)).Require(200);

    public Task<Answer> StepAsync(Role role, int task, int quarter, string step, object body) =>
        suite.As(role, role == Role.Office ? null : unit).PostAsJsonAsync($"/v1/plans/{plan}/tasks/{task}/reports/{unit}-q{quarter}:{step}", body).ReadAsync();
}
