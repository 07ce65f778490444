using System.Text;
using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

public sealed class PlanApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task ImportPlan_PublishedTable_TellsWhatWasUnderstood()
    {
        var answer = await suite.ImportAsync("understood", Tables.TwoTasks);
        answer.GetProperty("alreadyImported").GetBoolean().ShouldBeFalse();
        var plan = answer.GetProperty("plan");
        (plan.Text("name"), plan.GetProperty("year").GetInt32(), plan.Text("documentDate"), plan.Text("state"))
            .ShouldBe(("plans/understood", 2024, "2024-03-01", "PLAN_STATE_DRAFT"));
        var summary = answer.GetProperty("summary");
        summary.GetProperty("tasks").GetInt32().ShouldBe(2);
        summary.GetProperty("scheduleItems").GetInt32().ShouldBe(6);
        summary.GetProperty("units").GetProperty("resolved").GetInt32().ShouldBe(3);
        summary.GetProperty("groups").GetProperty("resolved").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task ImportPlan_SameBytesTwice_IsOneImport()
    {
        var first = await suite.ImportAsync("twice", Tables.TwoTasks);
        var second = await suite.ImportAsync("twice", Tables.TwoTasks);
        second.GetProperty("alreadyImported").GetBoolean().ShouldBeTrue();
        second.GetProperty("plan").Text("etag").ShouldBe(first.GetProperty("plan").Text("etag"));
    }

    [Fact]
    public async Task ImportPlan_AnotherDocumentForADraft_ReplacesItsTasks()
    {
        await suite.ImportAsync("replaced", Tables.TwoTasks);
        (await suite.ImportAsync("replaced", Tables.Of(3))).GetProperty("plan").GetProperty("taskCount").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task ImportPlan_DryRun_WritesNothing()
    {
        var office = suite.As(Role.Office);
        var answer = await office.PostAsync("/v1/plans:import?plan=dry&dryRun=true", Text(Tables.TwoTasks)).ReadAsync();
        answer.Require(200).GetProperty("summary").GetProperty("tasks").GetInt32().ShouldBe(2);
        (await office.GetAsync("/v1/plans/dry").ReadAsync()).Problem(404, "NOT_FOUND");
    }

    [Fact]
    public async Task ImportPlan_SeveralAtOnce_IsOneImport()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => suite.ImportAsync("at-once", Tables.TwoTasks)));
        answers.Count(a => !a.GetProperty("alreadyImported").GetBoolean()).ShouldBe(1);
    }

    [Theory]
    [InlineData("没有表头的文字", "年度目标")]
    [InlineData("", "empty")]
    public async Task ImportPlan_NotATable_SaysWhatIsMissing(string document, string words)
    {
        var answer = await suite.As(Role.Office).PostAsync("/v1/plans:import?plan=bad", Text(document)).ReadAsync();
        answer.Problem(400, "UNREADABLE_DOCUMENT").Detail.ShouldContain(words, Case.Insensitive);
    }

    [Fact]
    public async Task ImportPlan_InvalidUtf8_NamesTheByte()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("总体要求\t年度目标\n"), 0xFF, 0xFE];
        var answer = await suite.As(Role.Office).PostAsync("/v1/plans:import?plan=bad", new ByteArrayContent(bytes)).ReadAsync();
        answer.Problem(400, "UNREADABLE_DOCUMENT").Detail.ShouldContain("Byte 26");
    }

    [Theory]
    [InlineData("plan=%E4%BA%8C", "plan")]
    [InlineData("plan=2024&dryRun=maybe", "dryRun")]
    [InlineData("plan=2024&unknown=1", "unknown")]
    public async Task ImportPlan_WrongParameter_NamesIt(string query, string field)
    {
        var answer = await suite.As(Role.Office).PostAsync($"/v1/plans:import?{query}", Text(Tables.TwoTasks)).ReadAsync();
        answer.Problem(400, "INVALID_FIELD").Body.GetProperty("violations")[0].Text("field").ShouldBe(field);
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Observer)]
    public async Task ImportAndIssue_NotTheOffice_AreRefused(Role role)
    {
        // An approver has an office's rights in plans that the own unit made, and this is none.
        var (client, reason) = (suite.As(role, "humen"), role == Role.Approver ? "OUT_OF_SCOPE" : "ROLE_NOT_ALLOWED");
        (await client.PostAsync("/v1/plans:import?plan=x", Text(Tables.TwoTasks)).ReadAsync()).Problem(403, reason);
        (await client.PostAsJsonAsync("/v1/plans/x:issue", new { }).ReadAsync()).Problem(403, reason);
    }

    [Fact]
    public async Task EveryDoor_WithoutToken_IsRefused()
    {
        var nobody = suite.Anonymous();
        (await nobody.PostAsync("/v1/plans:import?plan=x", Text(Tables.TwoTasks)).ReadAsync()).Problem(401, "TOKEN_REQUIRED");
        (await nobody.GetAsync("/v1/plans").ReadAsync()).Problem(401, "TOKEN_REQUIRED");
        (await nobody.GetAsync("/v1/plans/2024/tasks").ReadAsync()).Problem(401, "TOKEN_REQUIRED");
    }

    [Fact]
    public async Task Draft_ToAllButTheOffice_DoesNotExist()
    {
        await suite.ImportAsync("hidden", Tables.TwoTasks);
        var reporter = suite.As(Role.Reporter, "humen");
        (await reporter.GetAsync("/v1/plans/hidden").ReadAsync()).Problem(404, "NOT_FOUND");
        (await reporter.GetAsync("/v1/plans/hidden/tasks").ReadAsync()).Problem(404, "NOT_FOUND");
        (await reporter.GetAsync("/v1/plans/hidden/tasks/1").ReadAsync()).Problem(404, "NOT_FOUND");
        (await reporter.GetAsync("/v1/plans?pageSize=1000").ReadAsync()).Require(200).ToString().ShouldNotContain("hidden");
    }

    [Fact]
    public async Task IssuePlan_MakesOneAssignmentForEveryUnit()
    {
        await suite.IssueAsync("issued", Tables.TwoTasks);
        var office = suite.As(Role.Office);
        var plan = (await office.GetAsync("/v1/plans/issued").ReadAsync()).Require(200);
        // Task 1: 虎门镇 leads, 市发展改革局 supports, 长安镇 as a member of the towns (虎门镇 leads already). Task 2: 市水务局.
        (plan.Text("state"), plan.GetProperty("assignmentCount").GetInt32()).ShouldBe(("PLAN_STATE_ISSUED", 4));
        var assignments = (await office.GetAsync("/v1/plans/issued/tasks/1/assignments").ReadAsync()).Require(200).GetProperty("assignments");
        assignments.EnumerateArray().Select(a => (a.Text("unit"), a.Text("role"))).ShouldBe(
        [
            ("units/changan", "ASSIGNMENT_ROLE_GROUP_MEMBER"), ("units/development-reform", "ASSIGNMENT_ROLE_SUPPORT"), ("units/humen", "ASSIGNMENT_ROLE_LEAD"),
        ]);
    }

    [Fact]
    public async Task IssuedPlan_IsNotIssuedAgain_AndItsDocumentIsNoEdition()
    {
        await suite.IssueAsync("final", Tables.TwoTasks);
        var office = suite.As(Role.Office);
        (await office.PostAsJsonAsync("/v1/plans/final:issue", new { }).ReadAsync()).Problem(409, "PLAN_ALREADY_ISSUED");
        var again = await suite.ImportAsync("final", Tables.TwoTasks);
        (again.GetProperty("alreadyImported").GetBoolean(), again.TryGetProperty("edition", out _)).ShouldBe((true, false));
    }

    [Fact]
    public async Task IssuePlan_LeadUnitUnknown_NamesTheTaskAndKeepsTheDraft()
    {
        var imported = await suite.ImportAsync("unknown-lead", Tables.Unresolved);
        var finding = imported.GetProperty("diagnostics").EnumerateArray().Single(d => d.Text("code") == "UNIT_UNRESOLVED");
        (finding.Text("level"), finding.Text("words")).ShouldBe(("DIAGNOSTIC_LEVEL_ERROR", "市从未有过的局"));
        finding.Text("message").ShouldContain("市水务局 (0.50)");
        var refused = await suite.As(Role.Office).PostAsJsonAsync("/v1/plans/unknown-lead:issue", new { }).ReadAsync();
        refused.Problem(409, "NAMES_UNRESOLVED").Detail.ShouldContain("1");
    }

    [Fact]
    public async Task IssuePlan_StaleEtag_IsRefused()
    {
        await suite.ImportAsync("stale", Tables.TwoTasks);
        var office = suite.As(Role.Office);
        office.DefaultRequestHeaders.Add("If-Match", "\"1\"");
        (await office.PostAsJsonAsync("/v1/plans/stale:issue", new { }).ReadAsync()).Problem(412, "STALE_ETAG");
    }

    [Fact]
    public async Task IssuePlan_SameRequestIdManyTimesAtOnce_HasOneEffectAndOneAnswer()
    {
        await suite.ImportAsync("repeated", Tables.TwoTasks);
        var office = suite.As(Role.Office);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ =>
            office.PostAsJsonAsync("/v1/plans/repeated:issue", new { requestId = "issue-once" }).ReadAsync()));
        answers.Select(a => a.Require(200).ToString()).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task RequestId_UsedForSomethingElse_IsRefused()
    {
        await suite.ImportAsync("other-a", Tables.TwoTasks);
        await suite.ImportAsync("other-b", Tables.TwoTasks);
        var office = suite.As(Role.Office);
        (await office.PostAsJsonAsync("/v1/plans/other-a:issue", new { requestId = "same" }).ReadAsync()).Require(200);
        (await office.PostAsJsonAsync("/v1/plans/other-b:issue", new { requestId = "same" }).ReadAsync()).Problem(400, "INVALID_FIELD");
    }

    static StringContent Text(string text) => new(text, Encoding.UTF8, "text/plain");
}
