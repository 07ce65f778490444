using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Lights;

public sealed class LightApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task SetTaskLight_WithAReason_ShowsAndIsKept()
    {
        await suite.IssueAsync("lit", Tables.TwoTasks);
        var set = (await SetAsync(Role.Office, "lit", new { light = "LIGHT_YELLOW", reason = "现场督查发现进度滞后" })).Require(200);
        (set.Text("light"), set.Text("rule")).ShouldBe(("LIGHT_YELLOW", "supervisionRules/light-1"));
        (await suite.As(Role.Observer).GetAsync("/v1/plans/lit/tasks/1").ReadAsync()).Require(200).Text("light").ShouldBe("LIGHT_YELLOW");
        (await SetAsync(Role.Office, "lit", new { light = "LIGHT_BLUE", reason = "年度目标已完成" })).Require(200);
        var marks = (await suite.As(Role.Leader).GetAsync("/v1/plans/lit/tasks/1/lightMarks?pageSize=1").ReadAsync()).Require(200);
        marks.GetProperty("lightMarks")[0].Text("light").ShouldBe("LIGHT_BLUE");
        var next = Uri.EscapeDataString(marks.Text("nextPageToken"));
        var rest = (await suite.As(Role.Leader).GetAsync($"/v1/plans/lit/tasks/1/lightMarks?pageSize=1&pageToken={next}").ReadAsync()).Require(200);
        (rest.GetProperty("lightMarks")[0].Text("reason"), rest.Text("nextPageToken")).ShouldBe(("现场督查发现进度滞后", ""));
    }

    [Fact]
    public async Task Accept_Report_KeepsWhatWasSuggestedAndByWhichRule()
    {
        var unit = new UnitWork(suite, "kept", "humen");
        await suite.IssueAsync("kept", Tables.TwoTasks);
        await unit.SubmittedAsync(task: 1, quarter: 1, "5");
        await unit.AcceptAsync(1, 1, new { light = "LIGHT_YELLOW", comment = "已有补救安排" });
        var mark = (await suite.As(Role.Office).GetAsync("/v1/plans/kept/tasks/1/lightMarks").ReadAsync()).Require(200).GetProperty("lightMarks")[0];
        (mark.Text("light"), mark.Text("suggestedLight"), mark.Text("rule"), mark.Text("report"), mark.Text("reason")).ShouldBe(
            ("LIGHT_YELLOW", "LIGHT_RED", "supervisionRules/light-1", "plans/kept/tasks/1/reports/humen-q1", "已有补救安排"));
        var light = (await suite.As(Role.Observer).GetAsync("/v1/plans/kept/tasks/1/light").ReadAsync()).Require(200);
        (light.Text("light"), light.Text("suggestedLight")).ShouldBe(("LIGHT_YELLOW", "LIGHT_RED"));
        var gap = light.GetProperty("gaps")[0];
        (gap.Text("due"), gap.Text("actual"), gap.Text("percentMissing")).ShouldBe(("25", "5", "80"));
    }

    [Fact]
    public async Task SetTaskLight_Wrong_IsRefused()
    {
        await suite.IssueAsync("wrong", Tables.TwoTasks);
        await suite.ImportAsync("draft", Tables.TwoTasks);
        (await SetAsync(Role.Office, "wrong", new { light = "LIGHT_RED" })).Problem(400, "INVALID_FIELD");
        (await SetAsync(Role.Office, "wrong", new { reason = "无" })).Problem(400, "INVALID_FIELD");
        (await SetAsync(Role.Office, "wrong", new { light = 9, reason = "无" })).Problem(400, "INVALID_FIELD");
        (await SetAsync(Role.Office, "wrong", new { light = "LIGHT_RED", reason = "无", etag = "old" })).Problem(412, "STALE_ETAG");
        (await SetAsync(Role.Office, "draft", new { light = "LIGHT_RED", reason = "无" })).Problem(409, "PLAN_NOT_ISSUED");
        (await SetAsync(Role.Office, "none", new { light = "LIGHT_RED", reason = "无" })).Problem(404, "NOT_FOUND");
        (await SetAsync(Role.Leader, "wrong", new { light = "LIGHT_RED", reason = "无" })).Problem(403, "ROLE_NOT_ALLOWED");
        (await suite.As(Role.Observer).GetAsync("/v1/plans/draft/tasks/1/light").ReadAsync()).Problem(404, "NOT_FOUND");
    }

    Task<Answer> SetAsync(Role role, string plan, object body) => suite.As(role).PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/light:set", body).ReadAsync();
}
