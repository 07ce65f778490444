using System.Text;
using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Editions;

public sealed class EditionApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static readonly string[] Differences =
    [
        "CHANGED TARGET 1", "CHANGED SCHEDULE 1", "CHANGED SUPPORTING_UNITS 1", "ADDED UNSPECIFIED 3", "CHANGED NUMBER 4", "CHANGED LEAD_UNITS 4",
        "CHANGED SUPPORTING_UNITS 4", "REMOVED UNSPECIFIED 0",
    ];

    [Fact]
    public async Task Import_OtherDocumentForAnIssuedPlan_IsAnEditionAndOverwritesNothing()
    {
        await suite.IssueAsync("kept", Revised.Issued);
        var answer = await suite.ImportAsync("kept", Revised.Edition);
        var edition = answer.GetProperty("edition");
        (edition.Text("name"), edition.Text("state"), answer.GetProperty("plan").GetProperty("editionCount").GetInt32())
            .ShouldBe(("plans/kept/editions/1", "EDITION_STATE_OPEN", 1));
        Counts(edition).ShouldBe([8, 8, 0, 0, 1, 1, 2]);
        answer.GetProperty("changes").EnumerateArray().Select(Short).ShouldBe(Differences);
        (await TaskAsync("kept", 1)).Text("target").ShouldContain("100亿元");
    }

    [Fact]
    public async Task Import_DryRunOfAnEdition_ShowsTheSameAndWritesNothing()
    {
        await suite.IssueAsync("dry-edition", Revised.Issued);
        var office = suite.As(Role.Office);
        var dry = (await office.PostAsync("/v1/plans:import?plan=dry-edition&dryRun=true", Text(Revised.Edition)).ReadAsync()).Require(200);
        dry.GetProperty("changes").EnumerateArray().Select(Short).ShouldBe(Differences);
        dry.GetProperty("edition").Text("name").ShouldBeEmpty();
        (await office.GetAsync("/v1/plans/dry-edition/editions").ReadAsync()).Require(200).GetProperty("editions").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Import_SameEditionTwice_IsOneImport()
    {
        await suite.IssueAsync("once", Revised.Issued);
        await suite.ImportAsync("once", Revised.Edition);
        var again = await suite.ImportAsync("once", Revised.Edition);
        again.GetProperty("alreadyImported").GetBoolean().ShouldBeTrue();
        (again.GetProperty("edition").Text("name"), again.GetProperty("changes").GetArrayLength()).ShouldBe(("plans/once/editions/1", 8));
    }

    [Fact]
    public async Task Import_AnotherEdition_SupersedesWhatWasPending()
    {
        await suite.IssueAsync("newer", Revised.Issued);
        await suite.ImportAsync("newer", Revised.Edition);
        await suite.ImportAsync("newer", Revised.Edition.Replace("120", "130", StringComparison.Ordinal));
        var office = suite.As(Role.Office);
        var editions = (await office.GetAsync("/v1/plans/newer/editions").ReadAsync()).Require(200).GetProperty("editions").EnumerateArray().ToList();
        editions.Select(e => (e.Text("name")[^1], e.Text("state"))).ShouldBe([('2', "EDITION_STATE_OPEN"), ('1', "EDITION_STATE_SUPERSEDED")]);
        (await DecideAsync("newer/editions/1/changes/1:accept")).Problem(409, "ILLEGAL_STEP");
        (await DecideAsync("newer/editions/1:accept")).Problem(409, "ILLEGAL_STEP");
        (await DecideAsync("newer/editions/2/changes/1:accept")).Require(200).Text("newText").ShouldContain("130");
    }

    [Fact]
    public async Task ListPlanChanges_FilteredAndPaged_ShowsPartsAndTexts()
    {
        await suite.IssueAsync("listed", Revised.Issued);
        await suite.ImportAsync("listed", Revised.Edition);
        var office = suite.As(Role.Office);
        var names = new List<string>();
        var token = "";
        do
        {
            var page = (await office.GetAsync($"/v1/plans/listed/editions/1/changes?pageSize=3&pageToken={Uri.EscapeDataString(token)}").ReadAsync()).Require(200);
            names.AddRange(page.GetProperty("changes").EnumerateArray().Select(c => c.Text("name")));
            token = page.Text("nextPageToken");
        }
        while (token.Length > 0);
        names.ShouldBe(Enumerable.Range(1, 8).Select(n => $"plans/listed/editions/1/changes/{n}"));
        var schedule = (await office.GetAsync("/v1/plans/listed/editions/1/changes?field=schedule").ReadAsync()).Require(200).GetProperty("changes")[0];
        schedule.Text("task").ShouldBe("plans/listed/tasks/1");
        schedule.GetProperty("parts").EnumerateArray().Select(p => $"{p.Text("kind")[5..]} {p.Text("place")}: {p.Text("oldText")} > {p.Text("newText")}").ShouldBe(
        [
            "SCHEDULE_ITEM Q2: 累计完成工业投资50亿元。 > 累计完成工业投资60亿元。", "SCHEDULE_ITEM Q3、Q4: 累计完成工业投资100亿元。 > 累计完成工业投资120亿元。",
            "COMMITMENT Q2 工业投资: =50亿元（累计） > =60亿元（累计）", "COMMITMENT Q3、Q4 工业投资: =100亿元（累计） > =120亿元（累计）",
        ]);
        (await office.GetAsync("/v1/plans/listed/editions/1/changes?kind=removed&state=accepted").ReadAsync()).Require(200).GetProperty("changes").GetArrayLength().ShouldBe(0);
        (await office.GetAsync("/v1/plans/listed/editions/9/changes").ReadAsync()).Problem(404, "NOT_FOUND");
        (await office.GetAsync("/v1/plans/listed/editions/1/changes/99").ReadAsync()).Problem(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData(Role.Reporter)]
    [InlineData(Role.Approver)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Observer)]
    public async Task Editions_NotTheOffice_AreRefused(Role role)
    {
        // An approver has an office's rights in plans that the own unit made, and this is none.
        var (client, reason) = (suite.As(role, "humen"), role == Role.Approver ? "OUT_OF_SCOPE" : "ROLE_NOT_ALLOWED");
        foreach (var path in (string[])["editions", "editions/1", "editions/1/changes", "editions/1/changes/1"])
            (await client.GetAsync($"/v1/plans/x/{path}").ReadAsync()).Problem(403, reason);
        foreach (var path in (string[])["editions/1:accept", "editions/1:reject", "editions/1/changes/1:accept", "editions/1/changes/1:reject"])
            (await client.PostAsJsonAsync($"/v1/plans/x/{path}", new { reason = "x" }).ReadAsync()).Problem(403, reason);
        (await suite.Anonymous().GetAsync("/v1/plans/x/editions").ReadAsync()).Problem(401, "TOKEN_REQUIRED");
    }

    Task<Answer> DecideAsync(string path) => suite.As(Role.Office).PostAsJsonAsync($"/v1/plans/{path}", new { reason = "市政府常务会议纪要〔2024〕12号" }).ReadAsync();

    async Task<JsonElement> TaskAsync(string plan, int number) => (await suite.As(Role.Office).GetAsync($"/v1/plans/{plan}/tasks/{number}").ReadAsync()).Require(200);

    static string Short(JsonElement change) =>
        $"{change.Text("kind")["CHANGE_KIND_".Length..]} {change.Text("field")["TASK_FIELD_".Length..]} {change.GetProperty("editionNumber").GetInt32()}";

    static IEnumerable<int> Counts(JsonElement edition) =>
        new[] { "changeCount", "pendingCount", "acceptedCount", "rejectedCount", "addedCount", "removedCount", "changedCount" }.Select(n => edition.GetProperty(n).GetInt32());

    static StringContent Text(string text) => new(text, Encoding.UTF8, "text/plain");
}
