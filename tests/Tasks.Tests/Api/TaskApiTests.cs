using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

public sealed class TaskApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task GetTask_CarriesWhatWasPublished()
    {
        await suite.IssueAsync("whole", Tables.TwoTasks);
        var task = (await suite.As(Role.Observer).GetAsync("/v1/plans/whole/tasks/1").ReadAsync()).Require(200);
        (task.Text("name"), task.Text("target"), task.Text("state"), task.Text("light"))
            .ShouldBe(("plans/whole/tasks/1", "完成工业投资100亿元。", "TASK_STATE_ISSUED", "LIGHT_UNSPECIFIED"));
        task.GetProperty("leadUnits")[0].Text("unit").ShouldBe("units/humen");
        task.GetProperty("supportingGroups")[0].GetProperty("members").GetArrayLength().ShouldBe(2);
        var commitments = task.GetProperty("schedule").EnumerateArray().SelectMany(i => i.GetProperty("commitments").EnumerateArray())
            .Prepend(task.GetProperty("targetCommitments")[0]).ToList();
        commitments.Select(c => (c.Text("name"), c.Text("value"), c.Text("unit"))).ShouldBe(
            [Commitment(1, "100"), Commitment(2, "20"), Commitment(3, "50"), Commitment(4, "70"), Commitment(5, "100")]);
        var text = task.Text("scheduleText");
        foreach (var item in task.GetProperty("schedule").EnumerateArray())
        {
            var span = item.GetProperty("span");
            text.Substring(span.GetProperty("start").GetInt32(), span.GetProperty("length").GetInt32()).ShouldBe(item.Text("text"));
        }

        static (string, string, string) Commitment(int ordinal, string value) => ($"plans/whole/tasks/1/commitments/{ordinal}", value, "亿元");
    }

    [Fact]
    public async Task ListTasks_PageByPage_GivesEachTaskOnceInOrder()
    {
        await suite.IssueAsync("paged", Tables.Of(23));
        var seen = new List<int>();
        var token = "";
        do
        {
            var page = (await suite.As(Role.Observer).GetAsync($"/v1/plans/paged/tasks?pageSize=10&pageToken={Uri.EscapeDataString(token)}").ReadAsync()).Require(200);
            seen.AddRange(Numbers(page));
            token = page.Text("nextPageToken");
        }
        while (token.Length > 0);
        seen.ShouldBe(Enumerable.Range(1, 23));
    }

    [Fact]
    public async Task ListTasks_TokenOfAnotherFilter_IsRefused()
    {
        await suite.IssueAsync("token", Tables.Of(3));
        var observer = suite.As(Role.Observer);
        var token = Uri.EscapeDataString((await observer.GetAsync("/v1/plans/token/tasks?pageSize=1").ReadAsync()).Require(200).Text("nextPageToken"));
        (await observer.GetAsync($"/v1/plans/token/tasks?pageSize=1&quarter=1&pageToken={token}").ReadAsync()).Problem(400, "INVALID_PAGE_TOKEN");
        (await observer.GetAsync("/v1/plans/token/tasks?pageToken=nonsense").ReadAsync()).Problem(400, "INVALID_PAGE_TOKEN");
    }

    [Theory]
    [InlineData("unit=humen", new[] { 1 })]
    [InlineData("unit=units/changan", new[] { 1 })]
    [InlineData("unit=water", new[] { 2 })]
    [InlineData("leader=people/liu-guangbin", new[] { 1, 2 })]
    [InlineData("quarter=3", new[] { 1, 2 })]
    [InlineData("section=%E4%B8%80%E5%8F%B7%E6%96%87", new int[0])]
    [InlineData("q=%E8%A6%86%E7%9B%96%E7%8E%87", new[] { 2 })]
    [InlineData("q=%25", new[] { 2 })]
    [InlineData("q=_", new int[0])]
    [InlineData("light=red", new int[0])]
    public async Task ListTasks_Filtered_GivesWhatMatches(string query, int[] expected)
    {
        await EnsureAsync("filtered");
        Numbers((await suite.As(Role.Observer).GetAsync($"/v1/plans/filtered/tasks?{query}").ReadAsync()).Require(200)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("quarter=5", "quarter")]
    [InlineData("light=purple", "light")]
    [InlineData("unit=A%20B", "unit")]
    [InlineData("pageSize=-1", "page_size")]
    public async Task ListTasks_WrongFilter_NamesIt(string query, string field)
    {
        var answer = await suite.As(Role.Observer).GetAsync($"/v1/plans/any/tasks?{query}").ReadAsync();
        answer.Problem(400, "INVALID_FIELD").Body.GetProperty("violations")[0].Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task AcknowledgeTask_ByTheLeadUnit_StartsIt()
    {
        await suite.IssueAsync("noted", Tables.TwoTasks);
        var task = (await suite.As(Role.Reporter, "humen").PostAsJsonAsync("/v1/plans/noted/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        task.Text("state").ShouldBe("TASK_STATE_IN_PROGRESS");
    }

    [Theory]
    [InlineData(Role.Reporter, "water", "OUT_OF_SCOPE")]
    [InlineData(Role.Reporter, null, "OUT_OF_SCOPE")]
    [InlineData(Role.Office, null, "ROLE_NOT_ALLOWED")]
    [InlineData(Role.Observer, "humen", "ROLE_NOT_ALLOWED")]
    public async Task AcknowledgeTask_ByOthers_IsRefused(Role role, string? unit, string reason)
    {
        await EnsureAsync("not-noted");
        (await suite.As(role, unit).PostAsJsonAsync("/v1/plans/not-noted/tasks/1:acknowledge", new { }).ReadAsync()).Problem(403, reason);
    }

    [Theory]
    [InlineData("changan", "ASSIGNMENT_ROLE_GROUP_MEMBER")]
    [InlineData("development-reform", "ASSIGNMENT_ROLE_SUPPORT")]
    public async Task AcknowledgeTask_ByThoseWhoSupport_IsKeptWithItsTimeAndStartsNothing(string unit, string role)
    {
        var plan = $"supported-by-{unit}";
        await suite.IssueAsync(plan, Tables.TwoTasks);
        var task = (await suite.As(Role.Approver, unit).PostAsJsonAsync($"/v1/plans/{plan}/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        task.Text("state").ShouldBe("TASK_STATE_ISSUED");
        var assignments = (await suite.As(Role.Observer).GetAsync($"/v1/plans/{plan}/tasks/1/assignments").ReadAsync()).Require(200).GetProperty("assignments");
        var mine = assignments.EnumerateArray().Single(a => a.Text("unit") == $"units/{unit}");
        (mine.Text("role"), mine.GetProperty("acknowledgeTime").ValueKind).ShouldBe((role, JsonValueKind.String));
    }

    async Task EnsureAsync(string plan)
    {
        if ((await suite.As(Role.Observer).GetAsync($"/v1/plans/{plan}").ReadAsync()).Status == 404) await suite.IssueAsync(plan, Tables.TwoTasks);
    }

    static IEnumerable<int> Numbers(JsonElement page) => page.GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("number").GetInt32());
}
