using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Cascade;

/// <summary>A town's own plan: made from its parts above and its own document, issued and reported on by its own people, seen above as rights go.</summary>
public sealed class CascadeApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static readonly string OwnWork = Tables.With(Tables.Row("镇《政府工作报告》：修路。", 1, "修路 10 公里。", "<b>四季度：</b>修路 10 公里。", "虎门镇", "无"));

    [Fact]
    public async Task TownsPlan_CascadedImportedAndIssued_ReportsAreSeenAboveOnceAccepted()
    {
        await suite.IssueAsync("main", Tables.ForTowns);
        var town = await new TownDoor(suite, "main", "humen").FoundedAsync();
        var drafted = (await town.CascadeAsync(new { tasks = new[] { new { task = "plans/main/tasks/1", leadUnits = new[] { "units/humen-station" } } } })).Require(200);
        (drafted.Text("name"), drafted.Text("jurisdiction"), drafted.Text("cascadedFrom"), drafted.Text("state"), drafted.Text("title"), drafted.GetProperty("taskCount").GetInt32())
            .ShouldBe(("plans/main-humen", "units/humen", "plans/main", "PLAN_STATE_DRAFT", "虎门镇2024年重点工作任务分解表", 1));
        (await town.ImportAsync(town.As(Role.Approver), OwnWork)).Require(200).GetProperty("plan").GetProperty("taskCount").GetInt32().ShouldBe(2);
        (await town.IssueAsync(town.As(Role.Approver))).Require(200).GetProperty("assignmentCount").GetInt32().ShouldBe(2);
        var task = (await suite.As(Role.Observer).GetAsync("/v1/plans/main-humen/tasks/100001").ReadAsync()).Require(200);
        (task.Text("cascadedFrom"), task.Text("target")).ShouldBe(("plans/main/tasks/1", "全市完成治水投资100亿元。"));
        task.GetProperty("leadUnits")[0].Text("unit").ShouldBe("units/humen-station");

        await ReportAsync(town);
        const string report = "/v1/plans/main-humen/tasks/100001/reports/humen-station-q1";
        (await suite.As(Role.Office).GetAsync(report).ReadAsync()).Problem(404, "NOT_FOUND");
        (await town.As(Role.Approver).GetAsync(report).ReadAsync()).Require(200);
        (await BelowAsync()).GetProperty("figures").GetArrayLength().ShouldBe(0);
        (await suite.As(Role.Office).PostAsJsonAsync($"{report}:accept", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await suite.As(Role.Approver, "changan").PostAsJsonAsync($"{report}:accept", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await town.As(Role.Approver).PostAsJsonAsync($"{report}:accept", new { light = "LIGHT_YELLOW", comment = "略慢" }).ReadAsync()).Require(200);
        (await suite.As(Role.Office).GetAsync(report).ReadAsync()).Require(200);

        var seen = await BelowAsync();
        var below = seen.GetProperty("tasks")[0];
        (below.Text("task"), below.Text("jurisdiction"), below.Text("light"), below.Text("lastReport"), below.GetProperty("unsettled").GetBoolean())
            .ShouldBe(("plans/main-humen/tasks/100001", "units/humen", "LIGHT_YELLOW", report[4..], false));
        seen.GetProperty("figures").EnumerateArray().Select(f => (f.Text("commitment"), f.Text("kind"), f.Text("yearToDateTotal"), f.GetProperty("values")[0].Text("unit"))).ShouldBe(
        [
            ("plans/main/tasks/1/commitments/2", "KIND_SUM", "5", "units/humen-station"), ("plans/main/tasks/1/commitments/3", "KIND_LIST", "", "units/humen-station"),
        ]);

        async Task<System.Text.Json.JsonElement> BelowAsync() =>
            (await suite.As(Role.Observer).GetAsync("/v1/plans/main/tasks/1/cascadedTasks?quarter=1").ReadAsync()).Require(200);
    }

    [Fact]
    public async Task Draft_IsTheTownsAlone_AndGivesWorkOnlyBelow()
    {
        await suite.IssueAsync("own", Tables.ForTowns);
        var town = new TownDoor(suite, "own", "changan");
        (await town.CascadeAsync(new { })).Require(200);
        var office = suite.As(Role.Office);
        foreach (var stranger in new[] { office, suite.As(Role.Approver, "humen"), suite.As(Role.Observer) })
        {
            (await stranger.GetAsync("/v1/plans/own-changan").ReadAsync()).Problem(404, "NOT_FOUND");
            (await stranger.GetAsync("/v1/plans/own-changan/tasks/100001").ReadAsync()).Problem(404, "NOT_FOUND");
            (await stranger.GetAsync("/v1/plans/own-changan/tasks").ReadAsync()).Problem(404, "NOT_FOUND");
            (await stranger.GetAsync("/v1/plans?pageSize=1000").ReadAsync()).Require(200).ToString().ShouldNotContain("own-changan");
        }

        (await town.As(Role.Reporter).GetAsync("/v1/plans/own-changan/tasks/100001").ReadAsync()).Require(200);
        (await town.As(Role.Reporter).GetAsync("/v1/plans?jurisdiction=changan&cascadedFrom=plans/own").ReadAsync()).Require(200).GetProperty("plans").GetArrayLength().ShouldBe(1);
        (await town.ImportAsync(office, OwnWork)).Problem(403, "OUT_OF_SCOPE");
        (await town.ImportAsync(suite.As(Role.Approver, "humen"), OwnWork)).Problem(403, "OUT_OF_SCOPE");
        (await town.ImportAsync(town.As(Role.Approver), OwnWork)).Require(200);
        (await town.IssueAsync(office)).Problem(403, "OUT_OF_SCOPE");
        // The document names 虎门镇, which is not below.
        (await town.IssueAsync(town.As(Role.Approver))).Problem(403, "OUT_OF_SCOPE").Detail.ShouldContain("units/humen");
        (await town.As(Role.Approver).PostAsJsonAsync("/v1/plans/own:issue", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
    }

    [Fact]
    public async Task Cascade_WithoutAPartOrAnyDeeper_IsRefused()
    {
        await suite.IssueAsync("levels", Tables.ForTowns);
        await suite.ImportAsync("levels-draft", Tables.ForTowns);
        var town = await new TownDoor(suite, "levels", "humen").FoundedAsync();
        (await town.CascadeAsync(new { }, Role.Reporter)).Problem(403, "ROLE_NOT_ALLOWED");
        (await suite.As(Role.Approver, "elsewhere").PostAsJsonAsync("/v1/plans/levels:cascade", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await town.As(Role.Approver).PostAsJsonAsync("/v1/plans/levels-draft:cascade", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await town.CascadeAsync(new { tasks = new[] { new { task = "plans/levels/tasks/9" } } })).Problem(400, "INVALID_FIELD");
        (await town.CascadeAsync(new { tasks = new[] { new { task = "plans/levels/tasks/1", leadUnits = new[] { "units/changan" } } } })).Problem(400, "INVALID_FIELD");
        await town.IssuedAsync(1);
        (await town.CascadeAsync(new { })).Problem(409, "PLAN_ALREADY_ISSUED");
        (await town.As(Role.Approver).PostAsJsonAsync("/v1/plans/levels-humen:cascade", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        // The station cascades once more, and that is the last level.
        (await town.AtStation(Role.Approver).PostAsJsonAsync("/v1/plans/levels-humen:cascade", new { }).ReadAsync()).Require(200);
        (await suite.As(Role.Approver, town.Station).PostAsJsonAsync("/v1/plans/levels-humen-humen-station:issue", new { }).ReadAsync()).Require(200);
        (await town.AtStation(Role.Approver).PostAsJsonAsync("/v1/plans/levels-humen-humen-station:cascade", new { }).ReadAsync()).Problem(400, "INVALID_FIELD");
        (await suite.As(Role.Observer).GetAsync("/v1/plans/levels-humen/tasks/100001/cascadedTasks?quarter=1").ReadAsync()).Require(200)
            .GetProperty("tasks")[0].Text("task").ShouldBe("plans/levels-humen-humen-station/tasks/200001");
    }

    /// <summary>The station drafts, approves and submits its report of the first quarter.</summary>
    static async Task ReportAsync(TownDoor town)
    {
        var task = $"plans/{town.Plan}/tasks/100001";
        (await town.AtStation(Role.Reporter).PostAsJsonAsync($"/v1/{task}:acknowledge", new { }).ReadAsync()).Require(200);
        var figures = new[] { (2, "5"), (3, "82") }.Select(f => new { commitment = $"{task}/commitments/{f.Item1}", periodValue = f.Item2, yearToDateValue = f.Item2 });
        (await town.AtStation(Role.Reporter).PostAsJsonAsync($"/v1/{task}/reports", new { quarter = 1, narrative = "已开工", figures }).ReadAsync()).Require(200);
        (await town.AtStation(Role.Approver).PostAsJsonAsync($"/v1/{task}/reports/{town.Station}-q1:approve", new { }).ReadAsync()).Require(200);
        (await town.AtStation(Role.Reporter).PostAsJsonAsync($"/v1/{task}/reports/{town.Station}-q1:submit", new { }).ReadAsync()).Require(200);
    }
}
