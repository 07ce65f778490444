using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Suite.Tests.Running;

namespace Suite.Tests.Journeys;

/// <summary>The main path through the gateway's JSON door, by the accounts whose steps they are.</summary>
public sealed class PathTests(SuiteFixture suite)
{
    [Fact]
    public async Task Import_DryRun_TellsWhatItWouldBeAndKeepsNothing()
    {
        var office = await suite.Accounts.Office;
        var document = await File.ReadAllBytesAsync(PlanDocuments.Seed, TestContext.Current.CancellationToken);

        var answer = (await suite.Json.PostDocumentAsync("v1/plans:import?plan=only-tried&dryRun=true", document, office)).Good();

        answer["summary"]!["tasks"]!.GetValue<int>().ShouldBe(349);
        (await suite.Json.GetAsync("v1/plans/only-tried", office)).ShouldBeProblem(HttpStatusCode.NotFound, "NOT_FOUND");
    }

    [Fact]
    public async Task Issue_TaskWithGroups_EveryMemberGetsAnAssignment()
    {
        await new TrialPlan(suite).TakeTaskAsync();
        var office = await suite.Accounts.Office;
        var tasks = await suite.Json.ListAsync($"v1/{TrialPlan.Name}/tasks?pageSize=100", "tasks", office);
        var task = tasks.First(t => t["supportingGroups"]!.AsArray().Any(g => g!["members"]!.AsArray().Count > 10));

        var assigned = await suite.Json.ListAsync($"v1/{task["name"]}/assignments?pageSize=20", "assignments", office);

        var members = task["supportingGroups"]!.AsArray().SelectMany(g => g!["members"]!.AsArray()).Select(m => m!["unit"]!.GetValue<string>());
        assigned.Select(a => a["unit"]!.GetValue<string>()).ShouldBeUnique();
        members.Except(assigned.Select(a => a["unit"]!.GetValue<string>())).ShouldBeEmpty();
    }

    [Fact]
    public async Task Report_FromDraftToBulletin_EveryFigureTellsWhereItCameFrom()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        await journey.AcknowledgeAsync();
        State(await journey.DraftAsync()).ShouldBe("PROGRESS_STATE_DRAFT");
        State(await journey.ApproveAsync()).ShouldBe("PROGRESS_STATE_APPROVED");
        State(await journey.SubmitAsync()).ShouldBe("PROGRESS_STATE_SUBMITTED");
        var accepted = await journey.AcceptAsync();
        State(accepted).ShouldBe("PROGRESS_STATE_ACCEPTED");
        accepted["light"]!.GetValue<string>().ShouldBe("LIGHT_GREEN");

        var indicator = await IndicatorView.ObservedAsync(suite, task);
        indicator["targets"]!.AsArray().ShouldNotBeEmpty();

        var (bulletin, trace) = await BulletinAsync(task);
        var source = trace["sources"]!.AsArray().Single(s => s!["progressReport"]!.GetValue<string>() == task.Report)!;
        source["author"]!["account"]!.GetValue<string>().ShouldBe(task.Reporter);
        source["approver"]!["account"]!.GetValue<string>().ShouldBe(task.Approver);
        source["reviewer"]!["account"]!.GetValue<string>().ShouldBe("office");
        source["commitment"]!.GetValue<string>().ShouldBe(task.Commitment);
        foreach (var signature in new[] { "author", "approver", "reviewer" }) await ProvenAsync(task.Report, source[signature]!);
        await DocumentAsync(bulletin, trace["figure"]!["value"]!.GetValue<string>());
    }

    [Fact]
    public async Task Report_Returned_IsRevisedAndAcceptedAtItsSecondRevision()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        await journey.SubmittedAsync();
        var (office, reporter) = (await suite.Accounts.Office, await suite.Accounts.TokenAsync(task.Reporter));
        (await suite.Json.PostAsync($"v1/{task.Report}:return", new { }, office)).ShouldBeProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        State((await suite.Json.PostAsync($"v1/{task.Report}:return", new { comment = "请补充说明。" }, office)).Good()).ShouldBe("PROGRESS_STATE_RETURNED");

        var revised = (await suite.Json.PatchAsync($"v1/{task.Report}?updateMask=narrative", new { narrative = "已补充说明。" }, reporter)).Good();
        State(revised).ShouldBe("PROGRESS_STATE_DRAFT");
        revised["revision"]!.GetValue<int>().ShouldBe(2);
        await journey.ApproveAsync();
        await journey.SubmitAsync();
        var accepted = await journey.AcceptAsync();

        accepted["steps"]!.AsArray().Select(s => s!["kind"]!.GetValue<string>()["KIND_".Length..]).ShouldBe(
            ["DRAFTED", "APPROVED", "SUBMITTED", "RETURNED", "DRAFTED", "APPROVED", "SUBMITTED", "ACCEPTED"]);
        await IndicatorView.ObservedAsync(suite, task);
    }

    [Fact]
    public async Task Create_SameIdempotencyKey_AnswersTheFirstReportAgain()
    {
        var task = await new TrialPlan(suite).TakeTaskAsync();
        var journey = new ReportJourney(suite, task);
        await journey.AcknowledgeAsync();
        var reporter = await suite.Accounts.TokenAsync(task.Reporter);
        var body = journey.Content("只填一次。", task.Value);

        var first = await suite.Json.PostAsync($"v1/{task.Task}/reports", body, reporter, "key-1");
        var second = await suite.Json.PostAsync($"v1/{task.Task}/reports", body, reporter, "key-1");
        var third = await suite.Json.PostAsync($"v1/{task.Task}/reports", body, reporter, "key-2");

        second.Good().ToJsonString().ShouldBe(first.Good().ToJsonString());
        third.ShouldBeProblem(HttpStatusCode.Conflict, "ALREADY_EXISTS");
    }

    /// <summary>A bulletin with a figure from the task's report; reporting hears of the report a moment after it was accepted.</summary>
    async Task<(JsonNode Bulletin, JsonNode Trace)> BulletinAsync(LedTask task)
    {
        var office = await suite.Accounts.Office;
        return await Eventually.SeeAsync($"a bulletin that quotes {task.Report}", async () =>
        {
            var made = await suite.Json.PostAsync("v1/reports", new { kind = "REPORT_KIND_BULLETIN", plan = TrialPlan.Name, quarter = 1 }, office);
            if (made.Reason is "NOTHING_TO_REPORT" or "NOT_FOUND" or "DEPENDENCY_UNAVAILABLE") return null;
            var bulletin = made.Good();
            var figures = await suite.Json.ListAsync($"v1/{bulletin["name"]}/figures?pageSize=100", "figures", office);
            foreach (var figure in figures.Where(f => f["formula"]!.GetValue<string>() == "reported" && f["value"]!.GetValue<string>() == task.Value))
            {
                var trace = (await suite.Json.GetAsync($"v1/{figure["name"]}:trace", office)).Good();
                if (trace["sources"]!.AsArray().Any(s => s!["progressReport"]!.GetValue<string>() == task.Report && s["commitment"]!.GetValue<string>() == task.Commitment))
                    return Tuple.Create(bulletin, trace);
            }

            return null;
        }) is var (found, traced) ? (found, traced) : default;
    }

    /// <summary>The line of the audit that the trace names is that person's, on that report, with that hash.</summary>
    async Task ProvenAsync(string report, JsonNode signature)
    {
        var lines = await suite.Json.ListAsync($"v1/tasks/auditEntries?resource={Uri.EscapeDataString(report)}&pageSize=100", "entries", await suite.Accounts.Admin);
        var line = lines.Single(l => l["sequence"]!.GetValue<string>() == signature["auditSequence"]!.GetValue<string>());
        line["hash"]!.GetValue<string>().ShouldBe(signature["auditHash"]!.GetValue<string>());
        line["actor"]!.GetValue<string>().ShouldBe(signature["account"]!.GetValue<string>());
    }

    async Task DocumentAsync(JsonNode bulletin, string value)
    {
        var bytes = await suite.Json.DownloadAsync($"v1/{bulletin["name"]}:download", await suite.Accounts.Office);
        Convert.ToHexStringLower(SHA256.HashData(bytes)).ShouldBe(bulletin["documentSha256"]!.GetValue<string>());
        using var package = new ZipArchive(new MemoryStream(bytes));
        using var text = new StreamReader(package.GetEntry("word/document.xml")!.Open());
        (await text.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldContain(value);
    }

    static string State(JsonNode report) => report["state"]!.GetValue<string>();
}
