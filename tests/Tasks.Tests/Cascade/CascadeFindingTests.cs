using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Editions;

namespace Suite.Tasks.Tests.Cascade;

/// <summary>What changes above is told to the plan below, and nothing below changes until its own office says so.</summary>
public sealed class CascadeFindingTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Task = "plans/edited-humen/tasks/100001";

    [Fact]
    public async Task ChangesAbove_AreFindings_SettledByTheTownAlone()
    {
        await suite.IssueAsync("edited", Revised.Issued);
        var town = await new TownDoor(suite, "edited", "humen").FoundedAsync();
        (await town.IssuedAsync(1, 2)).GetProperty("taskCount").GetInt32().ShouldBe(2);
        (await town.FindingsAsync()).GetArrayLength().ShouldBe(0);
        await suite.ImportAsync("edited", Revised.Edition);
        (await suite.As(Role.Office).PostAsJsonAsync("/v1/plans/edited/editions/1:accept", new { reason = "修订" }).ReadAsync()).Require(200);

        var finding = (await town.FindingsAsync()).EnumerateArray().Single();
        (finding.Text("task"), finding.Text("cascadedFrom"), finding.Text("kind")).ShouldBe((Task, "plans/edited/tasks/1", "CASCADE_FINDING_KIND_REWORDED"));
        (finding.Text("oldTarget"), finding.Text("newTarget")).ShouldBe(("完成工业投资100亿元，推动重大项目加快建设。", "完成工业投资120亿元，推动重大项目加快建设。"));
        (await TaskAsync()).Text("target").ShouldContain("100");
        (await suite.As(Role.Observer).GetAsync("/v1/plans/edited/tasks/1/cascadedTasks?quarter=1").ReadAsync()).Require(200)
            .GetProperty("tasks")[0].GetProperty("unsettled").GetBoolean().ShouldBeTrue();
        (await suite.As(Role.Office).GetAsync("/v1/plans/edited-humen/cascadeFindings").ReadAsync()).Problem(403, "ROLE_NOT_ALLOWED");
        (await suite.As(Role.Approver, "changan").GetAsync("/v1/plans/edited-humen/cascadeFindings").ReadAsync()).Problem(403, "OUT_OF_SCOPE");
        (await town.SettleAsync(100001, new { revision = 1, adopt = true })).Problem(400, "INVALID_FIELD");
        (await town.SettleAsync(100001, new { revision = 9, adopt = true, reason = "照办" })).Problem(412, "STALE_ETAG");
        (await town.SettleAsync(100002, new { revision = 0, adopt = true, reason = "照办" })).Problem(404, "NOT_FOUND");

        var adopt = new { revision = finding.GetProperty("revision").GetInt32(), adopt = true, reason = "照办", requestId = "settle-once" };
        var settled = (await town.SettleAsync(100001, adopt)).Require(200);
        (settled.Text("target"), settled.GetProperty("revision").GetInt32()).ShouldBe(("完成工业投资120亿元，推动重大项目加快建设。", 1));
        settled.GetProperty("leadUnits")[0].Text("unit").ShouldBe("units/humen-station");
        (await town.SettleAsync(100001, adopt)).Require(200).Text("etag").ShouldBe(settled.Text("etag"));
        (await town.FindingsAsync()).GetArrayLength().ShouldBe(0);
        (await suite.As(Role.Observer).GetAsync($"/v1/{Task}/versions").ReadAsync()).Require(200).ToString().ShouldContain("100亿元");
        (await suite.ColumnAsync("SELECT type FROM outbox_message WHERE payload->>'Plan' = 'plans/edited-humen' AND type LIKE '%CascadeSettled'")).Count.ShouldBe(1);
        (await suite.ColumnAsync("SELECT action FROM audit_entry WHERE action = 'SettleCascadeFinding' AND resource LIKE 'plans/edited-humen/%'")).Count.ShouldBe(1);

        await SetAboveAsync("state = 5");
        (await KindAsync(town)).ShouldBe("CASCADE_FINDING_KIND_CLOSED");
        (await town.SettleAsync(100001, new { revision = 1, adopt = true, reason = "上级已办结" })).Problem(400, "INVALID_FIELD");
        (await town.SettleAsync(100001, new { revision = 1, adopt = false, reason = "本镇继续" })).Require(200).Text("state").ShouldBe("TASK_STATE_ISSUED");
        await SetAboveAsync("state = 3");
        (await KindAsync(town)).ShouldBe("CASCADE_FINDING_KIND_REOPENED");
        await SetAboveAsync("state = 4, revision = 2");
        (await KindAsync(town)).ShouldBe("CASCADE_FINDING_KIND_WITHDRAWN");
        (await town.SettleAsync(100001, new { revision = 2, adopt = true, reason = "随上级终止" })).Require(200).Text("state").ShouldBe("TASK_STATE_WITHDRAWN");
        (await town.FindingsAsync()).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task PartTakenAway_IsAFinding_AndMayBeKept()
    {
        await suite.IssueAsync("moved", Tables.ForTowns);
        var town = await new TownDoor(suite, "moved", "humen").FoundedAsync();
        await town.IssuedAsync(1);
        (await suite.As(Role.Office).PostAsJsonAsync("/v1/plans/moved/tasks/1/assignments/humen:handOver", new { units = new[] { "units/changan" }, reason = "调整" }).ReadAsync()).Require(200);
        (await KindAsync(town)).ShouldBe("CASCADE_FINDING_KIND_UNASSIGNED");
        (await town.SettleAsync(100001, new { revision = 1, adopt = false, reason = "仍由本镇办" })).Require(200).Text("state").ShouldBe("TASK_STATE_ISSUED");
        (await town.FindingsAsync()).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task TaskThatComesLater_IsAddedToTheIssuedPlanOnce()
    {
        await suite.IssueAsync("later", Revised.Issued);
        var town = await new TownDoor(suite, "later", "humen").FoundedAsync();
        await town.IssuedAsync(1);
        var added = (await town.CascadeAsync(new { tasks = new[] { new { task = "plans/later/tasks/2" } } })).Require(200);
        (added.GetProperty("taskCount").GetInt32(), added.GetProperty("assignmentCount").GetInt32()).ShouldBe((2, 2));
        (await town.As(Role.Reporter).PostAsJsonAsync("/v1/plans/later-humen/tasks/100002:acknowledge", new { }).ReadAsync()).Require(200).Text("state").ShouldBe("TASK_STATE_IN_PROGRESS");
        (await town.CascadeAsync(new { tasks = new[] { new { task = "plans/later/tasks/2" } } })).Problem(400, "INVALID_FIELD");
        (await suite.ColumnAsync("SELECT payload->>'Added' FROM outbox_message WHERE type LIKE '%TaskIssued' AND payload->>'Task' = 'plans/later-humen/tasks/100002'")).ShouldBe(["true"]);
    }

    static async Task<string> KindAsync(TownDoor town) => (await town.FindingsAsync()).EnumerateArray().Single().Text("kind");

    async Task SetAboveAsync(string values) => await suite.ColumnAsync($"UPDATE task SET {values} WHERE plan_id = 'edited' AND number = 1 RETURNING plan_id");

    async Task<JsonElement> TaskAsync() => (await suite.As(Role.Observer).GetAsync($"/v1/{Task}").ReadAsync()).Require(200);
}
