using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Cases;

namespace Suite.Tasks.Tests.Finding;

public sealed class BoardApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task Board_CountsByUnitLeaderSectionAndQuarter()
    {
        var plan = await new CaseDoor(suite, "board").IssuedAsync();
        await plan.RowAsync("UPDATE plan SET issued_at = '2024-03-01' WHERE id = 'board'");
        await plan.SubmittedAsync();
        var board = await BoardAsync(Role.Office);
        board.GetProperty("dueQuarters").EnumerateArray().Select(q => q.GetInt32()).ShouldBe([1, 2, 3, 4]);
        Cell(board.GetProperty("total")).ShouldBe("2 tasks: 1 issued, 1 in progress; 2 unlit; 1 reported, 0 accepted, 2 overdue");
        board.GetProperty("units").EnumerateArray().Select(u => $"{u.Text("key")} {u.Text("displayName")}: {Cell(u)}").ShouldBe(
        [
            "units/water 市水务局: 1 tasks: 1 issued, 0 in progress; 1 unlit; 0 reported, 0 accepted, 1 overdue",
            "units/humen 虎门镇: 1 tasks: 0 issued, 1 in progress; 1 unlit; 1 reported, 0 accepted, 1 overdue",
        ], ignoreOrder: true);
        board.GetProperty("leaders").EnumerateArray().Single().GetProperty("tasks").GetInt32().ShouldBe(2);
        board.GetProperty("quarters").EnumerateArray().Select(q => q.GetProperty("overdue").GetInt32()).ShouldBe([1, 2, 2, 2]);
        // Nobody but the office and the unit knows of a report before it is accepted; that none is missing everybody may know.
        (await BoardAsync(Role.Observer)).GetProperty("total").GetProperty("reported").GetInt32().ShouldBe(0);
        (await BoardAsync(Role.Reporter)).GetProperty("total").GetProperty("reported").GetInt32().ShouldBe(1);
        (await plan.PostAs(Role.Office, "tasks/1/reports/humen-q1:accept")).Require(200);
        Cell((await BoardAsync(Role.Observer)).GetProperty("total")).ShouldBe("2 tasks: 1 issued, 1 in progress; 1 unlit; 1 reported, 1 accepted, 2 overdue");
        (await suite.As(Role.Office).GetAsync("/v1/plans/nowhere:board").ReadAsync()).Problem(404, "NOT_FOUND");
        (await suite.As(Role.Office).GetAsync("/v1/plans/board:board?quarter=9").ReadAsync()).Problem(400, "INVALID_FIELD");

        async Task<JsonElement> BoardAsync(Role role) => (await plan.As(role).GetAsync("/v1/plans/board:board?quarter=1").ReadAsync()).Require(200);
    }

    [Fact]
    public async Task ListTasks_ByStateOverdueChangeAndOrder()
    {
        var plan = await new CaseDoor(suite, "found").IssuedAsync();
        (await NumbersAsync("overdue=true")).ShouldBeEmpty();
        await plan.RowAsync("UPDATE plan SET issued_at = '2024-03-01' WHERE id = 'found'");
        (await NumbersAsync("state=TASK_STATE_IN_PROGRESS")).ShouldBe([1]);
        (await NumbersAsync("overdue=true")).ShouldBe([1, 2]);
        (await NumbersAsync("order=TASK_ORDER_CHANGED")).ShouldBe([1, 2]);
        (await NumbersAsync("order=TASK_ORDER_CHANGED&changedSince=2199-01-01T00:00:00Z")).ShouldBeEmpty();
        (await plan.PostAs(Role.Office, "tasks/2/light:set", new { light = "LIGHT_RED", reason = "未启动" })).Require(200);
        (await NumbersAsync("order=TASK_ORDER_LIGHT")).ShouldBe([2, 1]);
        var first = await plan.GetAsync("tasks?order=TASK_ORDER_LIGHT&pageSize=1");
        var next = await plan.GetAsync($"tasks?order=TASK_ORDER_LIGHT&pageSize=1&pageToken={Uri.EscapeDataString(first.Text("nextPageToken"))}");
        next.GetProperty("tasks")[0].GetProperty("number").GetInt32().ShouldBe(1);
        (await NumbersAsync("q=%E4%BA%BF")).ShouldBe([1]);
        (await NumbersAsync("q=%E8%A6%86%E7%9B%96")).ShouldBe([2]);

        async Task<IEnumerable<int>> NumbersAsync(string query) =>
            (await plan.GetAsync($"tasks?{query}")).GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("number").GetInt32());
    }

    [Fact]
    public async Task TaskChanges_FromNothing_TellEverythingOnceAndInOrder()
    {
        var plan = await new CaseDoor(suite, "fed").IssuedAsync();
        (await plan.PostAs(Role.Office, "tasks/1/questions", new { text = "何时？" })).Require(200);
        // A transaction that still runs anywhere on the server, of another test too, holds later events back until it ends.
        for (var patience = 100; patience > 0 && !(await OfPlanAsync(Role.Office)).Contains("CaseStepTaken"); patience--) await Task.Delay(100);
        (await OfPlanAsync(Role.Office)).ShouldBe(["PlanIssued", "TaskIssued", "TaskIssued", "TaskAcknowledged", "CaseStepTaken"]);
        (await OfPlanAsync(Role.Observer)).ShouldBe(["PlanIssued", "TaskIssued", "TaskIssued", "TaskAcknowledged"]);
        (await suite.As(Role.Office).GetAsync("/v1/taskChanges?resumeToken=nonsense").ReadAsync()).Problem(400, "INVALID_PAGE_TOKEN");

        async Task<IReadOnlyList<string>> OfPlanAsync(Role role)
        {
            var (told, token, more) = (new List<JsonElement>(), "", true);
            while (more)
            {
                var page = (await plan.As(role).GetAsync($"/v1/taskChanges?pageSize=2&resumeToken={Uri.EscapeDataString(token)}").ReadAsync()).Require(200);
                told.AddRange(page.GetProperty("changes").EnumerateArray());
                (token, more) = (page.Text("resumeToken"), page.GetProperty("more").GetBoolean());
            }

            told.Select(c => c.Text("id")).Distinct().Count().ShouldBe(told.Count);
            return [.. told.Where(c => c.Text("payload").Contains("plans/fed", StringComparison.Ordinal)).Select(c => c.Text("event"))];
        }
    }

    static string Cell(JsonElement cell)
    {
        int Of(string name) => cell.GetProperty(name).GetInt32();
        return $"{Of("tasks")} tasks: {Of("issued")} issued, {Of("inProgress")} in progress; {Of("unlit")} unlit; {Of("reported")} reported, {Of("accepted")} accepted, {Of("overdue")} overdue";
    }
}
