using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using static Suite.Tasks.Tests.Contributions.ContributionWork;

namespace Suite.Tasks.Tests.Contributions;

/// <summary>A supporting unit's contribution from its draft to the lead unit's acceptance.</summary>
public sealed class ContributionTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task Contribution_OnItsWay_IsSeenByWhoMayAndReviewedByTheLeadUnitAlone()
    {
        var work = await new ContributionWork(suite, "way").IssuedAsync();
        (await work.DraftAsync(Supporter, 1, "争取上级资金。", work.Figure(2, "5"))).Require(200).Text("role").ShouldBe("ASSIGNMENT_ROLE_SUPPORT");
        await SeenByAsync(work, "");
        (await work.StepAsync(Role.Approver, Supporter, Supporter, 1, "approve")).Require(200);
        await SeenByAsync(work, "");
        (await work.StepAsync(Role.Reporter, Supporter, Supporter, 1, "submit")).Require(200);
        await SeenByAsync(work, work.Contribution, inside: true);

        (await work.StepAsync(Role.Office, null, Supporter, 1, "accept")).Problem(409, "REVIEWED_BY_LEAD_UNIT");
        (await work.StepAsync(Role.Office, null, Supporter, 1, "return", new { comment = "不归办公室" })).Problem(409, "REVIEWED_BY_LEAD_UNIT");
        (await suite.As(Role.Office).PostAsJsonAsync("/v1/plans/way/reports:batchAccept", new { items = new[] { new { name = work.Contribution } } }).ReadAsync())
            .Require(200).GetProperty("outcomes")[0].Text("reason").ShouldBe("REVIEWED_BY_LEAD_UNIT");
        (await work.StepAsync(Role.Reporter, Lead, Supporter, 1, "accept")).Problem(403, "ROLE_NOT_ALLOWED");
        foreach (var unit in new[] { Supporter, "humen", "elsewhere" })
            (await work.StepAsync(Role.Approver, unit, Supporter, 1, "accept")).Problem(403, "OUT_OF_SCOPE");
        (await work.StepAsync(Role.Approver, Lead, Supporter, 1, "accept", new { light = "LIGHT_GREEN" })).Problem(400, "INVALID_FIELD");
        (await work.StepAsync(Role.Approver, Lead, Supporter, 1, "return")).Problem(400, "INVALID_FIELD");
        (await work.StepAsync(Role.Approver, Lead, Supporter, 1, "return", new { comment = "请写明金额" })).Require(200).Text("state").ShouldBe("PROGRESS_STATE_RETURNED");

        (await suite.As(Role.Reporter, Supporter).PatchAsJsonAsync($"/v1/{work.Contribution}", new { narrative = "争取上级资金5亿元。" }).ReadAsync()).Require(200);
        await work.SendAsync(Supporter, 1);
        (await work.StepAsync(Role.Approver, Lead, Supporter, 1, "accept")).Require(200).Text("light").ShouldBe("LIGHT_UNSPECIFIED");
        var seen = (await suite.As(Role.Observer).GetAsync($"/v1/{work.Contribution}").ReadAsync()).Require(200);
        (seen.Text("narrative"), seen.GetProperty("revision").GetInt32(), seen.Text("suggestedLight")).ShouldBe(("争取上级资金5亿元。", 2, "LIGHT_UNSPECIFIED"));
        (await suite.As(Role.Reporter, Supporter).GetAsync($"/v1/{work.Contribution}/revisions/1").ReadAsync()).Require(200).Text("narrative").ShouldBe("争取上级资金。");
    }

    [Fact]
    public async Task Contribution_Accepted_CountsNowhereAsTheTasksProgress()
    {
        var work = await new ContributionWork(suite, "aside").IssuedAsync();
        await work.HandedInAsync(Supporter, 1, "已办。", work.Figure(2, "40"));
        (await work.StepAsync(Role.Approver, Lead, Supporter, 1, "accept")).Require(200);
        (await suite.As(Role.Observer).GetAsync($"/v1/{work.Task}").ReadAsync()).Require(200).Text("light").ShouldBe("LIGHT_UNSPECIFIED");
        (await suite.As(Role.Office).GetAsync($"/v1/{work.Task}/rollup?quarter=1").ReadAsync()).Require(200).GetProperty("reportedCount").GetInt32().ShouldBe(0);
        (await suite.As(Role.Office).GetAsync("/v1/plans/aside:board?quarter=1").ReadAsync()).Require(200).GetProperty("total").GetProperty("accepted").GetInt32().ShouldBe(0);
        (await suite.As(Role.Office).GetAsync("/v1/plans/aside/scores?quarter=1").ReadAsync()).Require(200).GetProperty("scores").EnumerateArray()
            .Select(s => (s.Text("subject"), s.GetProperty("lineCount").GetInt32())).ShouldBe([("units/water", 0)]);
        (await suite.ColumnAsync("SELECT split_part(type, '.', 5) || ' ' || (payload->>'Role') || ' ' || coalesce(payload->>'Light', '') FROM outbox_message "
            + $"WHERE payload->>'Report' = '{work.Contribution}' ORDER BY sequence")).ShouldBe(["ProgressSubmitted SUPPORT ", "ProgressAccepted SUPPORT "]);
    }

    [Fact]
    public async Task Contribution_OfTheNextQuarter_GoesOnFromItsOwnFiguresAndNeedsNone()
    {
        var work = await new ContributionWork(suite, "next").IssuedAsync();
        await work.HandedInAsync(Supporter, 1, "已办。", work.Figure(2, "5"));
        (await work.StepAsync(Role.Approver, Lead, Supporter, 1, "accept")).Require(200);
        (await work.DraftAsync(Supporter, 2, "续办。", work.Figure(4, "2"))).Require(200).GetProperty("figures")[0].Text("yearToDateValue").ShouldBe("7");
        // The lead unit's own figures have nothing to do with it, and due commitments are the lead unit's to answer.
        (await work.DraftAsync(Lead, 2, "推进。", work.Figure(4, "2"))).Problem(400, "INVALID_FIELD");
        await work.HandedInAsync(Supporter, 3, "三季度只有文字。");
        var form = (await suite.As(Role.Reporter, Supporter).GetAsync($"/v1/{work.ReportOf(Supporter, 4)}:form").ReadAsync()).Require(200);
        form.GetProperty("figures").EnumerateArray().ShouldAllBe(f => !f.GetProperty("due").GetBoolean());
    }

    [Fact]
    public async Task Contribution_BeforeAcknowledgingOrByAStranger_IsRefused()
    {
        await suite.IssueAsync("unheard", Tables.ForTowns);
        var work = new ContributionWork(suite, "unheard");
        (await work.DraftAsync(Supporter, 1, "x")).Problem(409, "ILLEGAL_STEP").Detail.ShouldContain("ASSIGNED");
        (await work.DraftAsync("elsewhere", 1, "x")).Problem(403, "OUT_OF_SCOPE");
        (await suite.As(Role.Approver, Supporter).PostAsJsonAsync($"/v1/{work.Task}/reports", new { quarter = 1 }).ReadAsync()).Problem(403, "ROLE_NOT_ALLOWED");
    }

    [Fact]
    public async Task Return_TellsTheUnitsDesksAtOnce()
    {
        var work = await new ContributionWork(suite, "told").IssuedAsync();
        await work.HandedInAsync(Supporter, 1, "已办。");
        (await work.StepAsync(Role.Approver, Lead, Supporter, 1, "return", new { comment = "请写明口径" })).Require(200);
        foreach (var role in new[] { Role.Reporter, Role.Approver })
        {
            var told = (await suite.As(role, Supporter).GetAsync("/v1/notifications?unread=true").ReadAsync()).Require(200).GetProperty("notifications").EnumerateArray()
                .Single(n => n.Text("kind") == "NOTIFICATION_KIND_REPORT_RETURNED" && n.Text("body").EndsWith("请写明口径", StringComparison.Ordinal));
            told.Text("title").ShouldBe("退回：任务1　第1季度协助情况  ·  Returned: task 1, contribution for quarter 1");
        }

        (await suite.As(Role.Reporter, Lead).GetAsync("/v1/notifications").ReadAsync()).Require(200).GetProperty("notifications").GetArrayLength().ShouldBe(0);
    }

    /// <summary>Who sees the contribution in the list, and by its name.</summary>
    /// <param name="inside">True where those who see what was handed in do.</param>
    async Task SeenByAsync(ContributionWork work, string report, bool inside = false)
    {
        foreach (var caller in new[] { suite.As(Role.Reporter, Lead), suite.As(Role.Office), suite.As(Role.Leader, person: "liu-guangbin") })
        {
            (await work.SeenAsync(caller)).ShouldBe([("units/changan", ""), ("units/development-reform", inside ? report : ""), ("units/humen", "")]);
            (await caller.GetAsync($"/v1/{work.Contribution}")).IsSuccessStatusCode.ShouldBe(inside);
        }

        foreach (var caller in new[] { suite.As(Role.Observer), suite.As(Role.Reporter, "humen"), suite.As(Role.Reporter, "elsewhere"), suite.As(Role.Leader, person: "nobody") })
        {
            (await work.SeenAsync(caller)).ShouldAllBe(c => c.Report == "");
            (await caller.GetAsync($"/v1/{work.Contribution}").ReadAsync()).Problem(404, "NOT_FOUND");
        }
    }
}
