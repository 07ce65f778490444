using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Lights;

namespace Suite.Tasks.Tests.Scores;

public sealed class ScoreApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task ListScores_AfterAReturnAndABeatenCommitment_SaysWhatCounted()
    {
        await suite.IssueAsync("scored", Tables.TwoTasks);
        var unit = new UnitWork(suite, "scored", "humen");
        await unit.SubmittedAsync(task: 1, quarter: 1, "40");
        var before = await AsOfAsync("scored");
        await unit.AcceptAsync(1, 1, new { });
        await new UnitWork(suite, "scored", "water").SubmittedAsync(task: 2, quarter: 1, null);
        (await new UnitWork(suite, "scored", "water").StepAsync(Role.Office, 2, 1, "return", new { comment = "请补充" })).Require(200);
        (await ScoresAsync("scored", "quarter=1")).ShouldBe([("units/humen", "101", 1), ("units/water", "98", 2)]);
        (await ScoresAsync("scored", "quarter=1&subject=SCORE_SUBJECT_LEADER")).ShouldBe([("people/liu-guangbin", "99", 1)]);
        (await ScoresAsync("scored", "")).ShouldBe([("units/humen", "101", 1), ("units/water", "98", 2)]);
        (await ScoresAsync("scored", "quarter=2")).ShouldBe([("units/humen", "100", 1), ("units/water", "100", 1)]);
        (await ScoresAsync("scored", $"quarter=1&asOf={Uri.EscapeDataString(before)}")).ShouldBe([("units/humen", "100", 1), ("units/water", "100", 1)]);
        var line = (await suite.As(Role.Reporter, "water").GetAsync("/v1/plans/scored/scoreLines?subject=units/water&quarter=1").ReadAsync())
            .Require(200).GetProperty("scoreLines").EnumerateArray().Single();
        (line.Text("reason"), line.Text("report"), line.Text("points"), line.Text("rule"))
            .ShouldBe(("SCORE_REASON_RETURNED", "plans/scored/tasks/2/reports/water-q1", "-2", "supervisionRules/score-1"));
    }

    [Fact]
    public async Task ListScores_WhereTheRulesCountContributions_HasWhoSupportsToo()
    {
        await suite.IssueAsync("counted", Tables.ForTowns);
        (await ScoresAsync("counted", "")).ShouldBe([("units/water", "100", 1)]);
        var score = new { start = "50", missing = "1", returned = "1", lateDay = "1", lateMost = "1", beatenAbove = "1", beaten = "1", beatenMost = "1", contributionMissing = "2" };
        (await suite.As(Role.Office).PostAsJsonAsync("/v1/supervisionRules", new { reason = "协助也计分", effectiveDate = "2199-01-01", score }).ReadAsync())
            .Require(200).GetProperty("score").Text("contributionMissing").ShouldBe("2");
        (await ScoresAsync("counted", "")).ShouldBe([("units/water", "100", 1)]);
        await suite.ColumnAsync("UPDATE plan SET year = 2199 WHERE id = 'counted' RETURNING id");
        (await ScoresAsync("counted", "")).Select(s => (s.Subject, s.Points)).ShouldBe([("units/changan", "50"), ("units/development-reform", "50"), ("units/humen", "50"), ("units/water", "50")]);
        (await ScoresAsync("counted", "subject=SCORE_SUBJECT_LEADER")).ShouldBe([("people/liu-guangbin", "50", 1)]);
    }

    [Fact]
    public async Task ListScores_Paged_GivesEachOnceAsOfOneTime()
    {
        await suite.IssueAsync("paged", Tables.TwoTasks);
        var first = (await suite.As(Role.Observer).GetAsync("/v1/plans/paged/scores?pageSize=1").ReadAsync()).Require(200);
        var second = (await suite.As(Role.Observer).GetAsync($"/v1/plans/paged/scores?pageSize=1&pageToken={Uri.EscapeDataString(first.Text("nextPageToken"))}").ReadAsync()).Require(200);
        (first.GetProperty("scores")[0].Text("subject"), second.GetProperty("scores")[0].Text("subject"), second.Text("nextPageToken")).ShouldBe(("units/humen", "units/water", ""));
        second.Text("asOf").ShouldBe(first.Text("asOf"));
    }

    [Theory]
    [InlineData("scores?quarter=5", 400, "INVALID_FIELD")]
    [InlineData("scores?asOf=2199-01-01T00:00:00Z", 400, "INVALID_FIELD")]
    [InlineData("scores?pageToken=x", 400, "INVALID_PAGE_TOKEN")]
    [InlineData("scoreLines", 400, "INVALID_FIELD")]
    [InlineData("scoreLines?subject=units/nobody", 404, "NOT_FOUND")]
    public async Task List_Wrong_IsRefused(string query, int status, string reason)
    {
        if ((await suite.As(Role.Observer).GetAsync("/v1/plans/asked").ReadAsync()).Status == 404) await suite.IssueAsync("asked", Tables.TwoTasks);
        (await suite.As(Role.Office).GetAsync($"/v1/plans/asked/{query}").ReadAsync()).Problem(status, reason);
    }

    [Fact]
    public async Task List_DraftOrNone_IsRefused()
    {
        await suite.ImportAsync("unissued", Tables.TwoTasks);
        (await suite.As(Role.Office).GetAsync("/v1/plans/unissued/scores").ReadAsync()).Problem(409, "PLAN_NOT_ISSUED");
        (await suite.As(Role.Observer).GetAsync("/v1/plans/unissued/scores").ReadAsync()).Problem(404, "NOT_FOUND");
        (await suite.As(Role.Office).GetAsync("/v1/plans/nowhere/scores").ReadAsync()).Problem(404, "NOT_FOUND");
    }

    async Task<string> AsOfAsync(string plan) => (await suite.As(Role.Office).GetAsync($"/v1/plans/{plan}/scores").ReadAsync()).Require(200).Text("asOf");

    async Task<List<(string Subject, string Points, int Rank)>> ScoresAsync(string plan, string query) =>
        [.. (await suite.As(Role.Observer).GetAsync($"/v1/plans/{plan}/scores?{query}").ReadAsync()).Require(200).GetProperty("scores").EnumerateArray()
            .Select(s => (s.Text("subject"), s.Text("points"), s.GetProperty("rank").GetInt32()))];
}
