using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Organization;

/// <summary>What is read and reported once a plan is issued needs no directory: it is away, and was not asked before.</summary>
public sealed class WithoutDirectoryTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task ReadsAndReports_DirectoryThereAndThenAway_IsNotAskedAndNotMissed()
    {
        await suite.IssueAsync("alone", Tables.TwoTasks);
        await suite.IssueAsync("unasked", Tables.TwoTasks);
        suite.Organization.Calls.ShouldNotBeEmpty("issuing asks it, so a call would be seen");
        suite.Organization.Calls.Clear();
        await EverythingAsync("unasked");
        suite.Organization.Calls.ShouldBeEmpty();

        await suite.StopDirectoryAsync();
        await suite.RestartServiceAsync();
        await EverythingAsync("alone");
    }

    async Task EverythingAsync(string plan)
    {
        string[] reads =
        [
            "/v1/plans", $"/v1/plans/{plan}", $"/v1/plans/{plan}/tasks", $"/v1/plans/{plan}/tasks?unit=humen&q=%E6%8A%95%E8%B5%84", $"/v1/plans/{plan}/tasks/1",
            $"/v1/plans/{plan}/tasks/1/assignments", $"/v1/plans/{plan}/tasks/1/reports",
        ];
        HttpClient[] callers =
        [
            suite.As(Role.Office), suite.As(Role.Observer), suite.As(Role.Reporter, "humen"), suite.As(Role.Approver, "changan"), suite.As(Role.Leader, person: "liu-guangbin"),
        ];
        foreach (var caller in callers)
            foreach (var read in reads) (await caller.GetAsync(read).ReadAsync()).Require(200);
        (await suite.As(Role.Reporter, "humen").PostAsJsonAsync($"/v1/plans/{plan}/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        var figure = new { commitment = $"plans/{plan}/tasks/1/commitments/2", periodValue = "20" };
        (await suite.As(Role.Reporter, "humen").PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports", new { quarter = 1, figures = new[] { figure } }).ReadAsync()).Require(200);
        foreach (var (role, step) in new[] { (Role.Approver, "approve"), (Role.Reporter, "submit"), (Role.Office, "accept") })
            (await StepAsync(plan, role, step)).GetProperty("name").GetString().ShouldBe($"plans/{plan}/tasks/1/reports/humen-q1");
    }

    async Task<JsonElement> StepAsync(string plan, Role role, string step) =>
        (await suite.As(role, role == Role.Office ? null : "humen").PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports/humen-q1:{step}", new { }).ReadAsync()).Require(200);
}
