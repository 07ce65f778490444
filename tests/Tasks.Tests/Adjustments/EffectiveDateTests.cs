using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Cases;

namespace Suite.Tasks.Tests.Adjustments;

/// <summary>Adjustments whose day is to come.</summary>
public sealed class EffectiveDateTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task Approved_ForALaterDay_ComesIntoForceOnThatDayOnce()
    {
        var plan = await ApprovedAsync("day", "完成工业投资90亿元。");
        (await plan.GetAsync("tasks/1")).Text("target").ShouldBe("完成工业投资100亿元。");
        await SetDayAsync(plan, "CURRENT_DATE - 1");
        (await RunAsync()).ShouldBe(1);
        (await RunAsync()).ShouldBe(0);
        (await plan.GetAsync("tasks/1/adjustments/1")).Text("state").ShouldBe("ADJUSTMENT_STATE_IN_FORCE");
        (await plan.GetAsync("tasks/1")).Text("target").ShouldBe("完成工业投资90亿元。");
        (await plan.RowAsync("SELECT actor FROM audit_entry WHERE action = 'AdjustmentTookEffect' AND resource = 'plans/day/tasks/1/adjustments/1'")).ShouldBe("suite");
    }

    [Fact]
    public async Task Approved_OfATaskThatChangedMeanwhile_Lapses()
    {
        var plan = await ApprovedAsync("lapsed", "完成工业投资90亿元。");
        await plan.RowAsync("UPDATE task SET content = jsonb_set(content, '{target}', '\"完成工业投资70亿元。\"') WHERE plan_id = 'lapsed' AND number = 1");
        await SetDayAsync(plan, "CURRENT_DATE - 1");
        await RunAsync();
        (await plan.GetAs(Role.Office, "tasks/1/adjustments/1")).Require(200).Text("state").ShouldBe("ADJUSTMENT_STATE_LAPSED");
        (await plan.GetAsync("tasks/1")).Text("target").ShouldBe("完成工业投资70亿元。");
    }

    async Task<CaseDoor> ApprovedAsync(string name, string target)
    {
        var plan = await new CaseDoor(suite, name).IssuedAsync();
        (await plan.PostAs(Role.Reporter, "tasks/1/adjustments", new { kind = "ADJUSTMENT_KIND_TARGET", newTarget = target, reason = "推迟" })).Require(200);
        (await plan.PostAs(Role.Approver, "tasks/1/adjustments/1:submit")).Require(200);
        (await plan.PostAs(Role.Leader, "tasks/1/adjustments/1:endorse")).Require(200);
        var approved = (await plan.PostAs(Role.Office, "tasks/1/adjustments/1:approve", new { reason = "同意", effectiveDate = "2199-01-01" })).Require(200);
        (approved.Text("state"), approved.Text("effectiveDate")).ShouldBe(("ADJUSTMENT_STATE_APPROVED", "2199-01-01"));
        return plan;
    }

    static Task SetDayAsync(CaseDoor plan, string day) => plan.RowAsync($"UPDATE adjustment SET effective_on = {day} WHERE effective_on = '2199-01-01'");

    Task<int> RunAsync() => suite.Services.GetRequiredService<AdjustmentClock>().RunAsync(CancellationToken.None);
}
