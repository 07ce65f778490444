using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Cases;

namespace Suite.Tasks.Tests.Closing;

public sealed class ClosingApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string First = "tasks/1/closings/1";

    [Fact]
    public async Task Closing_OnAnAcceptedReport_ClosesTheTaskWithABlueLightUntilItIsReopened()
    {
        var plan = await new CaseDoor(suite, "close").IssuedAsync();
        (await plan.PostAs(Role.Approver, "tasks/1/closings", new { text = "已完成" })).Problem(409, "ILLEGAL_STEP");
        await plan.AcceptedAsync();
        var asked = (await plan.PostAs(Role.Approver, "tasks/1/closings", new { text = "已完成全年目标" })).Require(200);
        (asked.Text("report"), asked.Text("state")).ShouldBe(("plans/close/tasks/1/reports/humen-q1", "CLOSING_STATE_REQUESTED"));
        (await plan.PostAs(Role.Approver, "tasks/1/closings", new { text = "再报" })).Problem(409, "ILLEGAL_STEP");
        (await plan.GetAs(Role.Observer, First)).Problem(404, "NOT_FOUND");
        (await plan.PostAs(Role.Office, $"{First}:approve")).Problem(400, "INVALID_FIELD");
        (await plan.PostAs(Role.Office, $"{First}:approve", new { text = "核实完成" })).Require(200).Text("state").ShouldBe("CLOSING_STATE_APPROVED");
        var closed = await plan.GetAsync("tasks/1");
        (closed.Text("state"), closed.Text("light")).ShouldBe(("TASK_STATE_CLOSED", "LIGHT_BLUE"));
        (await plan.PostAs(Role.Reporter, "tasks/1/reports", new { quarter = 2, narrative = "再报" })).Problem(409, "ILLEGAL_STEP");
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", new { kind = "ADJUSTMENT_KIND_WITHDRAWAL", reason = "x" })).Problem(409, "ILLEGAL_STEP");
        (await plan.PostAs(Role.Office, "tasks/1:reopen", new { })).Problem(400, "INVALID_FIELD");
        var open = (await plan.PostAs(Role.Office, "tasks/1:reopen", new { reason = "审计发现未完工" })).Require(200);
        (open.Text("state"), open.Text("light")).ShouldBe(("TASK_STATE_IN_PROGRESS", "LIGHT_GREEN"));
        (await plan.GetAsync(First)).Text("state").ShouldBe("CLOSING_STATE_REOPENED");
        (await plan.PostAs(Role.Office, "tasks/1:reopen", new { reason = "再开" })).Problem(409, "ILLEGAL_STEP");
        (await plan.RowAsync("SELECT string_agg(split_part(type, '.', 5), ' ' ORDER BY sequence) FROM outbox_message WHERE payload->>'Task' = 'plans/close/tasks/1' AND type ~ 'Task(Closed|Reopened)$'"))
            .ShouldBe("TaskClosed TaskReopened");
    }

    [Fact]
    public async Task Closing_Refused_CanBeAskedAgain()
    {
        var plan = await new CaseDoor(suite, "close-refused").IssuedAsync();
        await plan.AcceptedAsync();
        (await plan.PostAs(Role.Approver, "tasks/1/closings", new { text = "已完成" })).Require(200);
        (await plan.PostAs(Role.Office, $"{First}:refuse", new { text = "投资额未达标" })).Require(200);
        (await plan.PostAs(Role.Approver, "tasks/1/closings", new { text = "已补齐" })).Require(200).Text("name").ShouldEndWith("/2");
        (await plan.PostAs(Role.Reporter, "tasks/1/closings/2:cancel")).Require(200).Text("state").ShouldBe("CLOSING_STATE_CANCELLED");
        (await plan.GetAs(Role.Office, "closings?state=CLOSING_STATE_REFUSED")).Require(200).GetProperty("closings").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task CarryOverTask_IntoNextYear_LinksBothWaysUntilReopened()
    {
        var plan = await new CaseDoor(suite, "carry").IssuedAsync();
        await suite.IssueAsync("carry-next", Tables.TwoTasks);
        var wish = new { to = "plans/carry-next/tasks/2", reason = "跨年工程" };
        (await plan.PostAs(Role.Office, "tasks/1:carryOver", wish)).Problem(400, "INVALID_FIELD");
        await plan.RowAsync("UPDATE plan SET year = 2025 WHERE id = 'carry-next'");
        (await plan.PostAs(Role.Office, "tasks/1:carryOver", new { to = "plans/carry-next/tasks/9", reason = "x" })).Problem(404, "NOT_FOUND");
        var carried = (await plan.PostAs(Role.Office, "tasks/1:carryOver", wish)).Require(200);
        (carried.Text("state"), carried.Text("carriedTo")).ShouldBe(("TASK_STATE_CARRIED_OVER", "plans/carry-next/tasks/2"));
        var next = new CaseDoor(suite, "carry-next");
        (await next.GetAsync("tasks/2")).Text("carriedFrom").ShouldBe("plans/carry/tasks/1");
        (await plan.PostAs(Role.Office, "tasks/2:carryOver", wish)).Problem(409, "ILLEGAL_STEP");
        (await plan.PostAs(Role.Office, "tasks/1:reopen", new { reason = "年内可完成" })).Require(200).Text("carriedTo").ShouldBe("");
        (await next.GetAsync("tasks/2")).Text("carriedFrom").ShouldBe("");
    }
}
