using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Cases;

namespace Suite.Tasks.Tests.Adjustments;

/// <summary>Adjustments from the unit's draft to what the task says, and who may see and do what on the way.</summary>
public sealed class AdjustmentApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    static readonly object NewTarget = new { kind = "ADJUSTMENT_KIND_TARGET", newTarget = "完成工业投资90亿元。", reason = "两个项目推迟开工" };

    [Fact]
    public async Task Adjustment_OfTheTarget_GoesByTheLeaderToTheOfficeAndIntoForce()
    {
        var plan = await PlanAsync("adjust-target");
        var draft = (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", NewTarget)).Require(200);
        (draft.Text("name"), draft.Text("state"), draft.Text("unit")).ShouldBe(("plans/adjust-target/tasks/1/adjustments/1", "ADJUSTMENT_STATE_DRAFT", "units/humen"));
        var field = draft.GetProperty("fields")[0];
        (field.Text("field"), field.Text("oldText"), field.Text("newText")).ShouldBe(("TASK_FIELD_TARGET", "完成工业投资100亿元。", "完成工业投资90亿元。"));
        (await plan.PostAs(Role.Approver, Path("submit"))).Require(200).Text("state").ShouldBe("ADJUSTMENT_STATE_AWAITING_ENDORSEMENT");
        (await plan.PostAs(Role.Office, Path("approve"), new { reason = "同意" })).Problem(409, "ILLEGAL_STEP");
        (await plan.PostAs(Role.Leader, Path("endorse"), new { text = "同意调整" })).Require(200).Text("state").ShouldBe("ADJUSTMENT_STATE_SUBMITTED");
        var approved = (await plan.PostAs(Role.Office, Path("approve"), new { reason = "市政府常务会议同意" })).Require(200);
        (approved.Text("state"), approved.GetProperty("taskRevision").GetInt32()).ShouldBe(("ADJUSTMENT_STATE_IN_FORCE", 1));
        approved.GetProperty("steps").EnumerateArray().Select(s => s.Text("action")).ShouldBe(["CREATE", "SUBMIT", "ENDORSE", "APPROVE", "TAKE_EFFECT"]);
        var task = await plan.GetAsync("tasks/1");
        (task.Text("target"), task.Text("state"), task.GetProperty("revision").GetInt32()).ShouldBe(("完成工业投资90亿元。", "TASK_STATE_IN_PROGRESS", 1));
        var commitment = task.GetProperty("targetCommitments")[0];
        (commitment.Text("name"), commitment.Text("value")).ShouldBe(("plans/adjust-target/tasks/1/commitments/1", "90"));
        (await plan.RowAsync("SELECT string_agg(split_part(type, '.', 5), ' ' ORDER BY sequence) FROM outbox_message WHERE payload->'Adjustment'->>'Plan' = 'plans/adjust-target' OR payload->'State'->>'Plan' = 'plans/adjust-target'"))
            .ShouldBe("AdjustmentSubmitted AdjustmentDecided TaskRevised AdjustmentTookEffect");
    }

    [Fact]
    public async Task Adjustment_InForce_BothWordingsStayVisible()
    {
        var plan = await InForceAsync("adjust-history");
        var versions = (await plan.GetAsync("tasks/1/versions")).GetProperty("versions").EnumerateArray().ToList();
        versions.Select(v => v.GetProperty("task").Text("target")).ShouldBe(["完成工业投资100亿元。", "完成工业投资90亿元。"]);
        versions[0].Text("adjustment").ShouldBe("plans/adjust-history/tasks/1/adjustments/1");
        var first = await plan.GetAsync("tasks/1/versions?pageSize=1");
        var rest = await plan.GetAsync($"tasks/1/versions?pageSize=1&pageToken={Uri.EscapeDataString(first.Text("nextPageToken"))}");
        (rest.GetProperty("versions")[0].Text("adjustment"), rest.Text("nextPageToken")).ShouldBe(("", ""));
        var report = await plan.DraftedAsync();
        var shown = report.GetProperty("adjustments")[0];
        (shown.Text("name"), shown.GetProperty("fields")[0].Text("oldText")).ShouldBe(("plans/adjust-history/tasks/1/adjustments/1", "完成工业投资100亿元。"));
    }

    [Fact]
    public async Task Adjustment_OfTheSchedule_NeedsNoLeaderByTheBuiltInRule()
    {
        var plan = await PlanAsync("adjust-schedule");
        var later = new { kind = "ADJUSTMENT_KIND_SCHEDULE", newSchedule = "一季度：完成工业投资10亿元。二至四季度：累计完成工业投资100亿元。", reason = "延期" };
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", later)).Require(200);
        (await plan.PostAs(Role.Approver, Path("submit"))).Require(200).Text("state").ShouldBe("ADJUSTMENT_STATE_SUBMITTED");
        (await plan.PostAs(Role.Office, Path("approve"), new { reason = "同意" })).Require(200);
        var schedule = (await plan.GetAsync("tasks/1")).GetProperty("schedule").EnumerateArray().ToList();
        schedule.Select(i => string.Join(",", i.GetProperty("quarters").EnumerateArray())).ShouldBe(["1", "2,3,4"]);
        schedule[0].GetProperty("commitments")[0].Text("value").ShouldBe("10");
    }

    [Fact]
    public async Task Adjustment_OfTheSchedule_PeriodOfAnotherYear_IsNoQuarterOfThePlan()
    {
        var plan = await PlanAsync("adjust-year");
        var later = new { kind = "ADJUSTMENT_KIND_SCHEDULE", newSchedule = "二至四季度：完成工业投资90亿元。2025年一季度：完成工业投资10亿元。", reason = "延期" };
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", later)).Require(200);
        (await plan.PostAs(Role.Approver, Path("submit"))).Require(200);
        (await plan.PostAs(Role.Office, Path("approve"), new { reason = "同意" })).Require(200);
        var schedule = (await plan.GetAsync("tasks/1")).GetProperty("schedule").EnumerateArray().ToList();
        schedule.ShouldAllBe(item => item.GetProperty("quarters").EnumerateArray().All(q => q.GetInt32() > 1));
        schedule.SelectMany(item => item.GetProperty("commitments").EnumerateArray()).Select(c => c.Text("value")).ShouldBe(["90"]);
    }

    [Fact]
    public async Task Adjustment_OfTheLeadUnit_AssignmentsFollow()
    {
        var plan = await PlanAsync("adjust-lead");
        var handedOver = new { kind = "ADJUSTMENT_KIND_LEAD_UNITS", newLeadUnits = new[] { "units/water" }, reason = "职责调整" };
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", handedOver)).Require(200);
        await ApproveAsync(plan);
        (await plan.GetAsync("tasks/1")).Text("state").ShouldBe("TASK_STATE_ISSUED");
        var assignments = (await plan.GetAsync("tasks/1/assignments?showWithdrawn=true")).GetProperty("assignments").EnumerateArray().ToDictionary(a => a.Text("unit"));
        assignments["units/water"].GetProperty("changes")[0].Text("adjustment").ShouldBe("plans/adjust-lead/tasks/1/adjustments/1");
        // It led, and stays on the task as a member of the group of all towns.
        assignments["units/humen"].Text("role").ShouldBe("ASSIGNMENT_ROLE_GROUP_MEMBER");
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", NewTarget)).Problem(403, "OUT_OF_SCOPE");
    }

    [Fact]
    public async Task Adjustment_ToWithdraw_TakesTheTaskOut()
    {
        var plan = await PlanAsync("adjust-away");
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", new { kind = "ADJUSTMENT_KIND_WITHDRAWAL", reason = "上级取消" })).Require(200);
        await ApproveAsync(plan);
        (await plan.GetAsync("tasks/1")).Text("state").ShouldBe("TASK_STATE_WITHDRAWN");
        (await plan.GetAsync("")).GetProperty("taskCount").GetInt32().ShouldBe(1);
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", NewTarget)).Problem(403, "OUT_OF_SCOPE");
    }

    [Fact]
    public async Task Adjustment_ReturnedAndWrittenAnew_KeepsEveryStep()
    {
        var plan = await PlanAsync("adjust-again");
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", NewTarget)).Require(200);
        (await plan.PostAs(Role.Approver, Path("submit"))).Require(200);
        (await plan.PostAs(Role.Leader, Path("decline"))).Problem(400, "INVALID_FIELD");
        var declined = (await plan.PostAs(Role.Leader, Path("decline"), new { text = "目标不宜下调过多" })).Require(200);
        var body = new { kind = "ADJUSTMENT_KIND_TARGET", newTarget = "完成工业投资95亿元。", reason = "下调5%", etag = declined.Text("etag") };
        (await plan.PatchAs(Role.Reporter, "tasks/1/adjustments/1", body)).Require(200).GetProperty("fields")[0].Text("newText").ShouldBe("完成工业投资95亿元。");
        (await plan.PatchAs(Role.Reporter, "tasks/1/adjustments/1", body)).Problem(412, "STALE_ETAG");
        (await plan.PostAs(Role.Approver, Path("submit"))).Require(200);
        (await plan.PostAs(Role.Reporter, Path("cancel"))).Require(200).Text("state").ShouldBe("ADJUSTMENT_STATE_CANCELLED");
        (await plan.PatchAs(Role.Reporter, "tasks/1/adjustments/1", NewTarget)).Problem(409, "ILLEGAL_STEP");
    }

    [Fact]
    public async Task Adjustment_OfWhatHasChangedSince_IsOutdated()
    {
        var plan = await PlanAsync("adjust-late");
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", NewTarget)).Require(200);
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", new { kind = "ADJUSTMENT_KIND_TARGET", newTarget = "完成工业投资80亿元。", reason = "再调" })).Require(200);
        await ApproveAsync(plan);
        var refused = (await plan.PostAs(Role.Approver, Path("submit", 2))).Problem(409, "ILLEGAL_STEP");
        refused.Detail.ShouldContain("changed since");
    }

    [Fact]
    public async Task Adjustment_NotApproved_IsSeenByThoseItConcernsOnly()
    {
        var plan = await PlanAsync("adjust-seen");
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", NewTarget)).Require(200);
        (await plan.GetAs(Role.Office, "tasks/1/adjustments/1")).Problem(404, "NOT_FOUND");
        (await plan.GetAs(Role.Leader, "tasks/1/adjustments/1")).Problem(404, "NOT_FOUND");
        (await plan.PostAs(Role.Approver, Path("submit"))).Require(200);
        foreach (var role in new[] { Role.Office, Role.Leader, Role.Reporter }) (await plan.GetAs(role, "tasks/1/adjustments/1")).Require(200);
        (await plan.GetAs(Role.Observer, "tasks/1/adjustments/1")).Problem(404, "NOT_FOUND");
        Count(await plan.GetAsync("adjustments")).ShouldBe(0);
        Count((await plan.GetAs(Role.Office, "adjustments?state=ADJUSTMENT_STATE_AWAITING_ENDORSEMENT")).Require(200)).ShouldBe(1);
        Count((await plan.GetAs(Role.Office, "adjustments?unit=water")).Require(200)).ShouldBe(0);
        (await plan.PostAs(Role.Reporter, Path("submit"))).Problem(403, "ROLE_NOT_ALLOWED");
        (await suite.As(Role.Leader, person: "somebody-else").PostAsJsonAsync(plan.Url(Path("endorse")), new { }).ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await plan.GetAs(Role.Observer, "tasks/9/adjustments")).Problem(404, "NOT_FOUND");
    }

    [Theory]
    [InlineData("""{"kind":"ADJUSTMENT_KIND_TARGET","reason":"x"}""", "adjustment.new_target")]
    [InlineData("""{"kind":"ADJUSTMENT_KIND_TARGET","newTarget":"完成工业投资100亿元。","reason":"x"}""", "adjustment")]
    [InlineData("""{"kind":"ADJUSTMENT_KIND_TARGET","newTarget":"y"}""", "adjustment.reason")]
    [InlineData("""{"kind":"ADJUSTMENT_KIND_WITHDRAWAL","newTarget":"y","reason":"x"}""", "adjustment.new_target")]
    [InlineData("""{"kind":"ADJUSTMENT_KIND_LEAD_UNITS","newLeadUnits":["units/nobody"],"reason":"x"}""", "adjustment.new_lead_units")]
    [InlineData("""{"kind":"ADJUSTMENT_KIND_LEAD_UNITS","newLeadUnits":["water","units/water"],"reason":"x"}""", "adjustment.new_lead_units")]
    [InlineData("""{"kind":"ADJUSTMENT_KIND_SCHEDULE","newSchedule":"z","reason":"x","effectiveDate":"soon"}""", "adjustment.effective_date")]
    [InlineData("""{"reason":"x"}""", "adjustment.kind")]
    public async Task CreateAdjustment_Wrong_NamesTheField(string body, string field)
    {
        var plan = await WrongPlan.Value;
        var answer = await plan.PostAs(Role.Reporter, "tasks/1/adjustments", JsonSerializer.Deserialize<JsonElement>(body));
        answer.Problem(400, "INVALID_FIELD").Body.GetProperty("violations")[0].Text("field").ShouldBe(field);
    }

    Lazy<Task<CaseDoor>> WrongPlan => new(async () =>
        (await suite.As(Role.Observer).GetAsync("/v1/plans/adjust-wrong").ReadAsync()).Status == 404 ? await PlanAsync("adjust-wrong") : new CaseDoor(suite, "adjust-wrong"));

    static int Count(JsonElement page) => page.GetProperty("adjustments").GetArrayLength();

    static string Path(string verb, int number = 1) => $"tasks/1/adjustments/{number}:{verb}";

    Task<CaseDoor> PlanAsync(string plan) => new CaseDoor(suite, plan).IssuedAsync();

    async Task<CaseDoor> InForceAsync(string name)
    {
        var plan = await PlanAsync(name);
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", NewTarget)).Require(200);
        await ApproveAsync(plan);
        return plan;
    }

    static async Task ApproveAsync(CaseDoor plan)
    {
        (await plan.PostAs(Role.Approver, Path("submit"))).Require(200);
        (await plan.PostAs(Role.Leader, Path("endorse"))).Require(200);
        (await plan.PostAs(Role.Office, Path("approve"), new { reason = "同意" })).Require(200).Text("state").ShouldBe("ADJUSTMENT_STATE_IN_FORCE");
    }
}
