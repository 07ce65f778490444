using Grpc.Core;
using Shouldly;
using Suite.Auth.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Tests.Api;

/// <summary>Drafts saved by several editors, and the revisions that stay of them.</summary>
public sealed class RevisionApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task Update_ManyTimesAsADraft_IsOneRevisionAndOneLineOfTheAudit()
    {
        var report = await ReportJourney.OpenAsync(suite, "autosave");
        for (var i = 0; i < 5; i++) (await report.UpdateAsync(new { narrative = $"第{i}稿" })).Require(200).GetProperty("revision").GetInt32().ShouldBe(1);
        var listed = (await report.GetAsync("/revisions")).Require(200).GetProperty("revisions").EnumerateArray().Single();
        (listed.Text("narrative"), listed.GetProperty("fixed").GetBoolean(), listed.GetProperty("steps").GetArrayLength()).ShouldBe(("第4稿", false, 1));
        (await report.AuditAsync()).ShouldBe(["CreateProgressReport"]);
    }

    [Fact]
    public async Task Update_ByASecondEditorWithTheEtagBefore_IsToldWhatChangedByWhomAndWhen()
    {
        var report = await ReportJourney.OpenAsync(suite, "two-editors");
        var etag = report.Json.Text("etag");
        (await report.UpdateAsync(new { narrative = "先到", figures = new[] { report.Figure("19") }, etag })).Require(200);
        var refused = (await report.UpdateAsync(new { narrative = "后到", etag })).Problem(412, "STALE_ETAG");
        var changes = refused.Body.GetProperty("changes").EnumerateArray().ToList();
        changes.Select(c => (c.Text("field"), c.Text("value"), c.Text("actor"))).ShouldBe(
        [
            ("figures[commitments/2].period_value", "19", "reporter"), ("figures[commitments/2].year_to_date_value", "19", "reporter"), ("narrative", "先到", "reporter"),
        ]);
        changes.ShouldAllBe(c => c.GetProperty("time").GetDateTimeOffset() > DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task Update_ByASecondEditorOverGrpc_IsAbortedWithTheSameDetails()
    {
        var report = await ReportJourney.OpenAsync(suite, "two-editors-grpc");
        (await report.UpdateAsync(new { narrative = "先到" })).Require(200);
        var client = new V1.ProgressService.ProgressServiceClient(suite.GrpcAs(Role.Reporter, ReportJourney.Unit));
        var refused = await Should.ThrowAsync<RpcException>(async () => await client.UpdateProgressReportAsync(
            new() { Report = new() { Name = report.Name, Narrative = "后到", Etag = report.Json.Text("etag") } }));
        refused.StatusCode.ShouldBe(StatusCode.Aborted);
        RpcProblem.FromRpc(refused)!.Changes.Single().ShouldSatisfyAllConditions(c => c.Field.ShouldBe("narrative"), c => c.Value.ShouldBe("先到"));
    }

    [Fact]
    public async Task Update_BesideOthersAtOnceWithOneEtag_OneOfThemWins()
    {
        var report = await ReportJourney.OpenAsync(suite, "many-editors");
        var etag = report.Json.Text("etag");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => report.UpdateAsync(new { narrative = $"第{i}人", etag })));
        answers.Count(a => a.Status == 200).ShouldBe(1);
        answers.Where(a => a.Status != 200).ShouldAllBe(a => a.Problem(412, "STALE_ETAG").Body.GetProperty("changes").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Update_WithTheEtagOfASubmittedReport_SaysWhoTookTheStep()
    {
        var report = await ReportJourney.OpenAsync(suite, "step-meanwhile");
        var etag = report.Json.Text("etag");
        (await report.StepAsync(Role.Approver, "approve")).Require(200);
        var change = (await report.UpdateAsync(new { narrative = "后到", etag })).Problem(412, "STALE_ETAG").Body.GetProperty("changes")[0];
        (change.Text("field"), change.Text("value"), change.Text("actor")).ShouldBe(("state", "APPROVED", "approver"));
    }

    [Fact]
    public async Task Accept_WithAnOldEtag_DoesNotTellTheOfficeWhatTheUnitDrafts()
    {
        var report = await ReportJourney.OpenAsync(suite, "old-etag");
        await report.SubmittedAsync();
        var etag = (await suite.As(Role.Office).GetAsync($"/v1/{report.Name}").ReadAsync()).Require(200).Text("etag");
        (await report.StepAsync(Role.Office, "return", new { comment = "补充" })).Require(200);
        (await report.UpdateAsync(new { narrative = "尚未定稿" })).Require(200);
        var refused = (await report.StepAsync(Role.Office, "accept", new { etag })).Problem(412, "STALE_ETAG");
        refused.Body.GetProperty("changes").EnumerateArray().Single().Text("value").ShouldBe("RETURNED");
    }

    [Fact]
    public async Task Reopen_Approved_NeedsAReasonAndKeepsWhatWasApproved()
    {
        var report = await ReportJourney.OpenAsync(suite, "reopened");
        (await report.StepAsync(Role.Approver, "approve")).Require(200);
        (await report.StepAsync(Role.Approver, "reopen")).Problem(400, "INVALID_FIELD");
        var draft = (await report.StepAsync(Role.Approver, "reopen", new { comment = "漏了一个项目" })).Require(200);
        (draft.Text("state"), draft.GetProperty("revision").GetInt32()).ShouldBe(("PROGRESS_STATE_DRAFT", 2));
        (await report.UpdateAsync(new { narrative = "补上" })).Require(200).GetProperty("revision").GetInt32().ShouldBe(2);
        (await report.GetAsync("/revisions/1")).Require(200).Text("narrative").ShouldBe("进展顺利。");
        (await report.StepAsync(Role.Reporter, "submit")).Problem(409, "ILLEGAL_STEP");
        await report.SubmittedAsync();
        (await report.StepAsync(Role.Reporter, "reopen", new { comment = "再改" })).Problem(409, "ILLEGAL_STEP");
    }

    [Fact]
    public async Task CompareReportRevisions_AfterAReturn_ShowsEveryFieldThatDiffers()
    {
        var report = await ReportJourney.OpenAsync(suite, "compared");
        await report.SubmittedAsync();
        (await report.StepAsync(Role.Office, "return", new { comment = "数字与附件不符" })).Require(200);
        (await report.UpdateAsync(new { difficulties = "设备到货推迟", figures = new[] { report.Figure("17.5") } })).Require(200);
        var seen = (await report.GetAsync(":compareRevisions")).Require(200);
        (seen.GetProperty("from").GetInt32(), seen.GetProperty("to").GetInt32()).ShouldBe((1, 2));
        seen.GetProperty("differences").EnumerateArray().Select(d => (d.Text("field"), d.Text("before"), d.Text("after"), d.Text("unit"))).ShouldBe(
        [
            ("difficulties", "", "设备到货推迟", ""), ("figures[commitments/2].period_value", "18", "17.5", "亿元"),
            ("figures[commitments/2].year_to_date_value", "18", "17.5", "亿元"),
        ], ignoreOrder: true);
        (await report.GetAsync(":compareRevisions?from=2&to=1")).Require(200).GetProperty("differences").GetArrayLength().ShouldBe(3);
        (await report.GetAsync(":compareRevisions?from=1&to=3")).Problem(400, "INVALID_FIELD").Detail.ShouldContain("1, 2");
    }

    [Fact]
    public async Task Revisions_AreSeenAsFarAsTheCallerMay()
    {
        var report = await ReportJourney.OpenAsync(suite, "seen");
        await report.SubmittedAsync();
        (await report.StepAsync(Role.Office, "return", new { comment = "请补充" })).Require(200);
        (await report.UpdateAsync(new { narrative = "修改中" })).Require(200);
        (await NumbersAsync(suite.As(Role.Office))).ShouldBe([1]);
        (await NumbersAsync(suite.As(Role.Approver, ReportJourney.Unit))).ShouldBe([1, 2]);
        (await suite.As(Role.Office).GetAsync($"/v1/{report.Name}/revisions/2").ReadAsync()).Problem(404, "NOT_FOUND");
        foreach (var path in new[] { "/revisions", "/revisions/1", ":compareRevisions" })
            (await suite.As(Role.Observer).GetAsync($"/v1/{report.Name}{path}").ReadAsync()).Problem(404, "NOT_FOUND");
        await report.SubmittedAsync();
        (await report.StepAsync(Role.Office, "accept")).Require(200);
        (await NumbersAsync(suite.As(Role.Observer))).ShouldBe([2]);

        async Task<List<int>> NumbersAsync(HttpClient caller) =>
            [.. (await caller.GetAsync($"/v1/{report.Name}/revisions").ReadAsync()).Require(200).GetProperty("revisions").EnumerateArray().Select(r => r.GetProperty("number").GetInt32())];
    }

    [Fact]
    public async Task ListReportRevisions_Paged_GoesThroughAll()
    {
        var report = await ReportJourney.OpenAsync(suite, "paged");
        (await report.StepAsync(Role.Approver, "approve")).Require(200);
        (await report.StepAsync(Role.Reporter, "reopen", new { comment = "再核" })).Require(200);
        var first = (await report.GetAsync("/revisions?pageSize=1")).Require(200);
        var second = (await report.GetAsync($"/revisions?pageSize=1&pageToken={Uri.EscapeDataString(first.Text("nextPageToken"))}")).Require(200);
        (second.GetProperty("revisions")[0].GetProperty("number").GetInt32(), second.Text("nextPageToken")).ShouldBe((2, ""));
    }

    [Fact]
    public async Task Update_FiftyTimesAtOnceWithOneRequestId_IsOneChange()
    {
        var report = await ReportJourney.OpenAsync(suite, "fifty");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => report.UpdateAsync(new { narrative = "只此一次" }, "fifty-updates")));
        answers.Select(a => a.Require(200).ToString()).Distinct().Count().ShouldBe(1);
        int.Parse(answers[0].Body.Text("etag"), System.Globalization.CultureInfo.InvariantCulture).ShouldBe(2);
    }

    [Fact]
    public async Task Create_ByFiftyWithDifferentRequestIds_OneOfThemOpensIt()
    {
        await suite.IssueAsync("fifty-open", Tables.TwoTasks);
        var reporter = suite.As(Role.Reporter, ReportJourney.Unit);
        (await reporter.PostAsJsonAsync("/v1/plans/fifty-open/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => reporter.PostAsJsonAsync("/v1/plans/fifty-open/tasks/1/reports", new { quarter = 1 }).ReadAsync()));
        answers.Count(a => a.Status == 200).ShouldBe(1);
        answers.Where(a => a.Status != 200).ShouldAllBe(a => a.Problem(409, "ALREADY_EXISTS").Status == 409);
    }
}
