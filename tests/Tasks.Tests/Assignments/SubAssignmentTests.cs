using System.Text.Json;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Assignments;

/// <summary>Members of a group report on their part of a task; the parts are rolled up and never taken for the task itself.</summary>
public sealed class SubAssignmentTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task Rollup_MembersReport_AmountsAddUpAndRatiosAreListed()
    {
        await suite.IssueAsync("rolled", Tables.ForTowns);
        await AcceptedAsync("rolled", "humen", 1, "8", "75");
        var half = await RollupAsync("rolled", 1, suite.As(Role.Observer));
        Counts(half).ShouldBe((1, 1, 1));
        await AcceptedAsync("rolled", "changan", 1, "12.5", "85");
        var rollup = await RollupAsync("rolled", 1, suite.As(Role.Observer));
        Counts(rollup).ShouldBe((2, 0, 2));
        rollup.GetProperty("members").EnumerateArray().Select(m => (m.Text("unit"), m.Text("group"), m.Text("state")))
            .ShouldBe([("units/changan", "groups/towns", "PROGRESS_STATE_ACCEPTED"), ("units/humen", "groups/towns", "PROGRESS_STATE_ACCEPTED")]);
        var figures = rollup.GetProperty("figures").EnumerateArray().ToList();
        figures.Select(f => (f.Text("kind"), f.Text("periodTotal"), f.Text("yearToDateTotal"))).ShouldBe([("KIND_SUM", "20.5", "20.5"), ("KIND_LIST", "", "")]);
        figures[1].GetProperty("values").EnumerateArray().Select(v => (v.Text("unit"), v.Text("periodValue"))).ShouldBe([("units/changan", "85"), ("units/humen", "75")]);
        await AcceptedAsync("rolled", "humen", 2, "3", null);
        (await RollupAsync("rolled", 2, suite.As(Role.Office))).GetProperty("figures")[0].Text("yearToDateTotal").ShouldBe("11");
    }

    [Fact]
    public async Task MemberReport_Accepted_IsNotTakenForTheTasksOwn()
    {
        await suite.IssueAsync("own", Tables.ForTowns);
        await AcceptedAsync("own", "humen", 1, "1", "10");
        (await suite.As(Role.Observer).GetAsync("/v1/plans/own/tasks/1").ReadAsync()).Require(200).Text("light").ShouldBe("LIGHT_UNSPECIFIED");
        var report = (await suite.As(Role.Observer).GetAsync("/v1/plans/own/tasks/1/reports/humen-q1").ReadAsync()).Require(200);
        (report.Text("role"), report.Text("suggestedLight")).ShouldBe(("ASSIGNMENT_ROLE_GROUP_MEMBER", "LIGHT_UNSPECIFIED"));
        await using var source = NpgsqlDataSource.Create(suite.ConnectionString);
        await using var command = source.CreateCommand(
            "SELECT string_agg(split_part(type, '.', 5) || ' ' || (payload->>'Role'), ', ' ORDER BY sequence) FROM outbox_message WHERE payload::text LIKE '%plans/own/tasks/1/reports%'");
        (await command.ExecuteScalarAsync()).ShouldBe("ProgressSubmitted GROUP_MEMBER, ProgressAccepted GROUP_MEMBER");
    }

    [Fact]
    public async Task Rollup_BeforeSubmission_TheMemberIsMissingToEverybody()
    {
        await suite.IssueAsync("early", Tables.ForTowns);
        await DraftedAsync("early", "humen", 1, "8", "75");
        foreach (var caller in new[] { suite.As(Role.Office), suite.As(Role.Reporter, "water"), suite.As(Role.Reporter, "humen"), suite.As(Role.Observer) })
            Counts(await RollupAsync("early", 1, caller)).ShouldBe((0, 2, 0));
        await StepAsync("early", "humen", 1, Role.Approver, "humen", "approve");
        await StepAsync("early", "humen", 1, Role.Reporter, "humen", "submit");
        Counts(await RollupAsync("early", 1, suite.As(Role.Office))).ShouldBe((1, 1, 0));
        Counts(await RollupAsync("early", 1, suite.As(Role.Reporter, "water"))).ShouldBe((1, 1, 0));
        Counts(await RollupAsync("early", 1, suite.As(Role.Reporter, "development-reform"))).ShouldBe((0, 2, 0));
        Counts(await RollupAsync("early", 1, suite.As(Role.Observer))).ShouldBe((0, 2, 0));
    }

    [Fact]
    public async Task LeadUnit_ReviewsItsMembersAndNobodyElse()
    {
        await suite.IssueAsync("reviewed", Tables.ForTowns);
        await DraftedAsync("reviewed", "humen", 1, "8", "75");
        await StepAsync("reviewed", "humen", 1, Role.Approver, "humen", "approve");
        await StepAsync("reviewed", "humen", 1, Role.Reporter, "humen", "submit");
        const string url = "/v1/plans/reviewed/tasks/1/reports/humen-q1";
        foreach (var unit in new[] { "humen", "changan", "development-reform" })
            (await suite.As(Role.Approver, unit).PostAsJsonAsync($"{url}:accept", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await suite.As(Role.Reporter, "water").PostAsJsonAsync($"{url}:accept", new { }).ReadAsync()).Problem(403, "ROLE_NOT_ALLOWED");
        (await suite.As(Role.Approver, "water").PostAsJsonAsync($"{url}:return", new { comment = "请核对" }).ReadAsync()).Require(200);
        (await suite.As(Role.Approver, "water").PostAsJsonAsync("/v1/plans/reviewed/tasks/1/reports/water-q1:accept", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await suite.As(Role.Reporter, "elsewhere").PostAsJsonAsync("/v1/plans/reviewed/tasks/1/reports", new { quarter = 1 }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
    }

    async Task AcceptedAsync(string plan, string unit, int quarter, string amount, string? ratio)
    {
        await DraftedAsync(plan, unit, quarter, amount, ratio);
        await StepAsync(plan, unit, quarter, Role.Approver, unit, "approve");
        await StepAsync(plan, unit, quarter, Role.Reporter, unit, "submit");
        await StepAsync(plan, unit, quarter, Role.Approver, "water", "accept");
    }

    async Task DraftedAsync(string plan, string unit, int quarter, string amount, string? ratio)
    {
        var reporter = suite.As(Role.Reporter, unit);
        (await reporter.PostAsJsonAsync($"/v1/plans/{plan}/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        // 1 is the year's amount, 2 and 3 are the first quarter's amount and ratio, 4 the second quarter's amount.
        List<object> figures = [Figure(quarter == 1 ? 2 : 4, amount)];
        if (ratio is not null) figures.Add(Figure(3, ratio));
        (await reporter.PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports", new { quarter, figures }).ReadAsync()).Require(200);

        object Figure(int ordinal, string value) => new { commitment = $"plans/{plan}/tasks/1/commitments/{ordinal}", periodValue = value };
    }

    async Task StepAsync(string plan, string unit, int quarter, Role role, string by, string step) =>
        (await suite.As(role, by).PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports/{unit}-q{quarter}:{step}", new { }).ReadAsync()).Require(200);

    static async Task<JsonElement> RollupAsync(string plan, int quarter, HttpClient caller) =>
        (await caller.GetAsync($"/v1/plans/{plan}/tasks/1/rollup?quarter={quarter}").ReadAsync()).Require(200);

    static (int Reported, int Missing, int Accepted) Counts(JsonElement rollup) =>
        (rollup.GetProperty("reportedCount").GetInt32(), rollup.GetProperty("missingCount").GetInt32(), rollup.GetProperty("acceptedCount").GetInt32());
}
