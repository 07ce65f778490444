using System.Text.Json;
using Npgsql;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Editions;

/// <summary>What accepted changes of an edition do to the issued plan.</summary>
public sealed class AcceptanceTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task AcceptPlanChange_Target_IsInForceAndItsCommitmentKeepsItsName()
    {
        await EditionAsync("target");
        var before = await GetAsync("target/tasks/1");
        var accepted = (await DecideAsync("target/editions/1/changes/1:accept")).Require(200);
        (accepted.Text("state"), accepted.Text("decider"), accepted.Text("reason")).ShouldBe(("CHANGE_STATE_ACCEPTED", "office", "会议纪要"));
        var task = await GetAsync("target/tasks/1");
        (task.Text("target")[..11], task.GetProperty("revision").GetInt32(), task.Text("state")).ShouldBe(("完成工业投资120亿元", 1, "TASK_STATE_ISSUED"));
        var (old, now) = (before.GetProperty("targetCommitments")[0], task.GetProperty("targetCommitments")[0]);
        (now.Text("name"), old.Text("value"), now.Text("value")).ShouldBe((old.Text("name"), "100", "120"));
        // The schedule was not accepted: it stays as issued.
        task.Text("scheduleText").ShouldBe(before.Text("scheduleText"));
        var edition = await GetAsync("target/editions/1");
        (edition.Text("state"), edition.GetProperty("pendingCount").GetInt32()).ShouldBe(("EDITION_STATE_OPEN", 7));
        (await RowAsync("SELECT content->>'target' FROM past_task WHERE plan_id = 'target' AND task_number = 1 AND revision = 0")).ShouldBe(before.Text("target"));
    }

    [Fact]
    public async Task AcceptPlanChange_Units_AssignmentsFollowAndNoneIsDeleted()
    {
        await EditionAsync("units");
        (await DecideAsync("units/editions/1/changes/3:accept")).Require(200);
        (await AssignmentsAsync("units/tasks/1/assignments")).ShouldBe(["humen LEAD", "water SUPPORT: ADDED"]);
        (await AssignmentsAsync("units/tasks/1/assignments?showWithdrawn=true"))
            .ShouldBe(["development-reform SUPPORT withdrawn: WITHDRAWN", "humen LEAD", "water SUPPORT: ADDED"]);
        // The unit that leads no more supports, and the one that leads now has to acknowledge.
        await DecideAsync("units/editions/1/changes/6:accept");
        await DecideAsync("units/editions/1/changes/7:accept");
        (await AssignmentsAsync("units/tasks/3/assignments?showWithdrawn=true")).ShouldBe(["changan LEAD: ADDED", "water SUPPORT: WITHDRAWN RESTORED"]);
        (await suite.As(Role.Reporter, "water").PostAsJsonAsync("/v1/plans/units/tasks/3/reports", new { quarter = 1 }).ReadAsync()).Problem(409, "ILLEGAL_STEP");
        var task = (await suite.As(Role.Reporter, "changan").PostAsJsonAsync("/v1/plans/units/tasks/3:acknowledge", new { }).ReadAsync()).Require(200);
        task.Text("state").ShouldBe("TASK_STATE_IN_PROGRESS");
    }

    [Fact]
    public async Task AcceptPlanChange_AddedAndRemovedTask_OneIsIssuedTheOtherWithdrawn()
    {
        await EditionAsync("both");
        var added = (await DecideAsync("both/editions/1/changes/4:accept")).Require(200);
        // 3 is the name of another task, so the new one is known by the next free number.
        added.Text("task").ShouldBe("plans/both/tasks/5");
        var task = await GetAsync("both/tasks/5");
        (task.GetProperty("publishedNumber").GetInt32(), task.Text("state"), task.Text("target")).ShouldBe((3, "TASK_STATE_ISSUED", "引进数字经济企业10家。"));
        (await AssignmentsAsync("both/tasks/5/assignments")).ShouldBe(["humen LEAD: ADDED"]);

        (await DecideAsync("both/editions/1/changes/8:accept")).Require(200).Text("task").ShouldBe("plans/both/tasks/4");
        (await GetAsync("both/tasks/4")).Text("state").ShouldBe("TASK_STATE_WITHDRAWN");
        (await AssignmentsAsync("both/tasks/4/assignments")).ShouldBeEmpty();
        (await NumbersAsync("both/tasks")).ShouldBe([1, 2, 3, 5]);
        (await NumbersAsync("both/tasks?showWithdrawn=true")).ShouldBe([1, 2, 3, 4, 5]);
        (await GetAsync("both")).GetProperty("taskCount").GetInt32().ShouldBe(4);
    }

    [Fact]
    public async Task AcceptPlanEdition_Everything_LeavesNoDifference()
    {
        await EditionAsync("all");
        var edition = (await DecideAsync("all/editions/1:accept")).Require(200);
        (edition.Text("state"), edition.GetProperty("acceptedCount").GetInt32()).ShouldBe(("EDITION_STATE_SETTLED", 8));
        (await GetAsync("all/tasks/3")).GetProperty("publishedNumber").GetInt32().ShouldBe(4);
        // The same words in another document: nothing is left to change, the renumbered task is known.
        var again = await suite.ImportAsync("all", Revised.Edition + "\n");
        again.GetProperty("edition").GetProperty("changeCount").GetInt32().ShouldBe(0);
        again.GetProperty("edition").Text("state").ShouldBe("EDITION_STATE_SETTLED");
        (await RowAsync("SELECT string_agg(type, ' ' ORDER BY sequence) FROM (SELECT split_part(type, '.', 5) AS type, sequence FROM outbox_message WHERE payload->>'Plan' = 'plans/all' OR payload->'State'->>'Plan' = 'plans/all') AS told"))
            .ShouldBe("PlanIssued TaskIssued TaskIssued TaskIssued TaskIssued TaskRevised TaskRevised TaskRevised TaskIssued");
        (await RowAsync("SELECT detail FROM audit_entry WHERE action = 'AcceptPlanEdition' AND resource = 'plans/all/editions/1'"))!.ShouldContain("reason");
    }

    [Fact]
    public async Task RejectPlanEdition_Everything_ChangesNothing()
    {
        await EditionAsync("none");
        var before = (await GetAsync("none/tasks")).ToString();
        var edition = (await DecideAsync("none/editions/1:reject")).Require(200);
        (edition.Text("state"), edition.GetProperty("rejectedCount").GetInt32()).ShouldBe(("EDITION_STATE_SETTLED", 8));
        (await GetAsync("none/tasks")).ToString().ShouldBe(before);
        (await DecideAsync("none/editions/1/changes/1:accept")).Problem(409, "ILLEGAL_STEP");
    }

    [Fact]
    public async Task AcceptPlanChange_WithoutReasonOrStaleOrTwice_IsRefused()
    {
        await EditionAsync("refused");
        var office = suite.As(Role.Office);
        (await office.PostAsJsonAsync("/v1/plans/refused/editions/1/changes/1:accept", new { }).ReadAsync()).Problem(400, "INVALID_FIELD").Detail.ShouldContain("reason");
        (await office.PostAsJsonAsync("/v1/plans/refused/editions/1/changes/1:accept", new { reason = "x", etag = "1" }).ReadAsync()).Problem(412, "STALE_ETAG");
        (await office.PostAsJsonAsync("/v1/plans/refused/editions/1:accept", new { reason = "x", etag = "1" }).ReadAsync()).Problem(412, "STALE_ETAG");
        (await DecideAsync("refused/editions/1/changes/1:reject")).Require(200);
        (await DecideAsync("refused/editions/1/changes/1:accept")).Problem(409, "ILLEGAL_STEP");
        (await DecideAsync("refused/editions/1/changes/99:accept")).Problem(404, "NOT_FOUND");
        (await DecideAsync("refused/editions/7:accept")).Problem(404, "NOT_FOUND");
    }

    [Fact]
    public async Task AcceptPlanEdition_SameRequestIdManyTimesAtOnce_HasOneEffectAndOneAnswer()
    {
        await EditionAsync("idempotent");
        var office = suite.As(Role.Office);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            office.PostAsJsonAsync("/v1/plans/idempotent/editions/1:accept", new { reason = "x", requestId = "accept-once" }).ReadAsync()));
        answers.Select(a => a.Require(200).ToString()).Distinct().Count().ShouldBe(1);
        (await GetAsync("idempotent/tasks/1")).GetProperty("revision").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task AcceptPlanChange_LeadUnitNobodyKnows_IsRefused()
    {
        await suite.IssueAsync("unknown", Revised.Issued);
        await suite.ImportAsync("unknown", Revised.Issued.Replace("虎门镇", "市从未有过的局", StringComparison.Ordinal));
        (await DecideAsync("unknown/editions/1/changes/1:accept")).Problem(409, "NAMES_UNRESOLVED").Detail.ShouldContain("市从未有过的局");
        (await DecideAsync("unknown/editions/1:accept")).Problem(409, "NAMES_UNRESOLVED");
        (await GetAsync("unknown/editions/1")).GetProperty("pendingCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Report_OnACommitmentTakenAwayOrATaskWithdrawn_StaysAndIsRefusedAnew()
    {
        await EditionAsync("reports");
        var reporter = suite.As(Role.Reporter, "water");
        (await reporter.PostAsJsonAsync("/v1/plans/reports/tasks/3:acknowledge", new { }).ReadAsync()).Require(200);
        object Report(int commitment, int quarter) => new
        {
            quarter, narrative = "按计划推进。", figures = new[] { new { commitment = $"plans/reports/tasks/3/commitments/{commitment}", yearToDateValue = "5", periodValue = "5" } },
        };
        var report = (await reporter.PostAsJsonAsync("/v1/plans/reports/tasks/3/reports", Report(1, 1)).ReadAsync()).Require(200);
        await suite.ImportAsync("reports", Revised.Edition.Replace("完成河道整治 50 公里，国考", "国考", StringComparison.Ordinal));
        (await DecideAsync("reports/editions/2:accept")).Require(200);

        var kept = (await reporter.GetAsync($"/v1/{report.Text("name")}").ReadAsync()).Require(200).GetProperty("figures")[0];
        (kept.Text("measure"), kept.Text("unit"), kept.Text("yearToDateValue")).ShouldBe(("河道整治", "公里", "5"));
        var numbers = (await GetAsync("reports/tasks/3")).GetProperty("targetCommitments").EnumerateArray().Select(c => c.Text("name").Split('/')[^1]).ToList();
        numbers.ShouldNotContain("1");
        var changan = suite.As(Role.Reporter, "changan");
        (await changan.PostAsJsonAsync("/v1/plans/reports/tasks/3:acknowledge", new { }).ReadAsync()).Require(200);
        (await changan.PostAsJsonAsync("/v1/plans/reports/tasks/3/reports", Report(1, 1)).ReadAsync()).Problem(400, "INVALID_FIELD");
        (await suite.As(Role.Reporter, "development-reform").PostAsJsonAsync("/v1/plans/reports/tasks/4:acknowledge", new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
    }

    async Task EditionAsync(string plan)
    {
        await suite.IssueAsync(plan, Revised.Issued);
        await suite.ImportAsync(plan, Revised.Edition);
    }

    Task<Answer> DecideAsync(string path) => suite.As(Role.Office).PostAsJsonAsync($"/v1/plans/{path}", new { reason = "会议纪要" }).ReadAsync();

    async Task<JsonElement> GetAsync(string path) => (await suite.As(Role.Office).GetAsync($"/v1/plans/{path}").ReadAsync()).Require(200);

    async Task<IEnumerable<int>> NumbersAsync(string path) =>
        (await GetAsync(path)).GetProperty("tasks").EnumerateArray().Select(t => t.GetProperty("number").GetInt32());

    /// <summary>Unit, role, whether withdrawn, and what editions did, e.g. <c>water SUPPORT: ADDED</c>.</summary>
    async Task<IEnumerable<string>> AssignmentsAsync(string path) => (await GetAsync(path)).GetProperty("assignments").EnumerateArray().Select(a =>
    {
        var withdrawn = a.TryGetProperty("withdrawTime", out _) ? " withdrawn" : "";
        var changes = string.Join(' ', a.GetProperty("changes").EnumerateArray().Select(c => c.Text("kind")["KIND_".Length..]));
        return $"{a.Text("unit")["units/".Length..]} {a.Text("role")["ASSIGNMENT_ROLE_".Length..]}{withdrawn}{(changes.Length > 0 ? $": {changes}" : "")}";
    });

    async Task<string?> RowAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(suite.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (string?)await command.ExecuteScalarAsync();
    }
}
