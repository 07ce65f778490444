using System.Text.Json;
using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

/// <summary>Reports by workstream and in the periods of the plan; figures that are due.</summary>
public sealed class PeriodApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Workstreams =
        "<b>产值方面：</b><b>一季度：</b>产值达到 20 亿元。<b>二季度：</b>产值达到 50 亿元。<b>引才方面：</b><b>一季度：</b>引进人才 300 名。<b>二季度：</b>引进人才 400 名。";

    const string HalfYears = "<b>上半年：</b>新增学位 3 万个。<b>下半年：</b>新增学位 5 万个。";

    const string Months = "<b>每月：</b>检查企业 100 家。";

    [Fact]
    public async Task Report_OfATaskWithWorkstreams_HasAPartForEach()
    {
        await IssuedAsync("streams", Workstreams);
        var report = (await CreateAsync("streams", new
        {
            quarter = 1, narrative = "总体平稳。",
            parts = new[] { new { workstream = "产值方面", narrative = "增长较快。" }, new { workstream = "引才方面", narrative = "略有不足。" } },
            figures = new[] { Figure("streams", 2, "18"), Figure("streams", 4, "250") },
        })).Require(200);
        report.GetProperty("parts").EnumerateArray().Select(p => (p.Text("workstream"), p.Text("narrative"), p.GetProperty("commitments")[0].GetString())).ShouldBe(
            [("产值方面", "增长较快。", "plans/streams/tasks/1/commitments/2"), ("引才方面", "略有不足。", "plans/streams/tasks/1/commitments/4")]);
        report.GetProperty("figures")[1].Text("workstream").ShouldBe("引才方面");
        var changed = await PatchAsync(report, new { parts = new[] { new { workstream = "引才方面", narrative = "补齐。" } } });
        changed.Require(200).GetProperty("parts").GetArrayLength().ShouldBe(1);
        (await PatchAsync(report, new { parts = new[] { new { workstream = "外贸方面", narrative = "x" } } })).Problem(400, "INVALID_FIELD").Detail.ShouldContain("'产值方面', '引才方面'");
        (await PatchAsync(report, new { parts = new[] { new { workstream = "产值方面", narrative = "x" }, new { workstream = "产值方面", narrative = "y" } } })).Problem(400, "INVALID_FIELD");
        (await PatchAsync(report, new { parts = new[] { new { workstream = "产值方面", narrative = new string('字', 4001) } } })).Problem(400, "INVALID_FIELD");
    }

    [Fact]
    public async Task Approve_DueCommitmentWithoutFigure_IsRefusedWithTheListUntilItIsExplained()
    {
        await IssuedAsync("due", Workstreams);
        var report = (await CreateAsync("due", new { quarter = 1, narrative = "x", figures = new[] { Figure("due", 2, "18") } })).Require(200);
        var refused = (await StepAsync(report, Role.Approver, "approve")).Problem(409, "FIGURES_MISSING");
        refused.Body.GetProperty("violations").EnumerateArray().Single().Text("field").ShouldBe("plans/due/tasks/1/commitments/4");
        (await suite.As(Role.Reporter, "humen").GetAsync($"/v1/{report.Text("name")}").ReadAsync()).Require(200).Text("state").ShouldBe("PROGRESS_STATE_DRAFT");
        (await PatchAsync(report, new { unreportedFigures = new[] { new { commitment = "plans/due/tasks/1/commitments/4", explanation = " " } } })).Problem(400, "INVALID_FIELD");
        (await PatchAsync(report, new { unreportedFigures = new[] { new { commitment = "plans/due/tasks/1/commitments/9", explanation = "x" } } })).Problem(400, "INVALID_FIELD");
        (await PatchAsync(report, new { unreportedFigures = new[] { new { commitment = "plans/due/tasks/1/commitments/2", explanation = "x" } } })).Problem(400, "INVALID_FIELD");
        (await PatchAsync(report, new { unreportedFigures = new[] { new { commitment = "plans/due/tasks/1/commitments/4", explanation = "统计口径4月10日确定" } } }))
            .Require(200).GetProperty("unreportedFigures")[0].Text("unit").ShouldBe("名");
        (await StepAsync(report, Role.Approver, "approve")).Require(200);
        (await StepAsync(report, Role.Reporter, "submit")).Require(200);
    }

    [Fact]
    public async Task Update_FigureOfWhatWasExplained_TakesTheExplanationAway()
    {
        await IssuedAsync("explained", Workstreams);
        var report = (await CreateAsync("explained", new { quarter = 1, unreportedFigures = new[] { new { commitment = "plans/explained/tasks/1/commitments/2", explanation = "x" } } })).Require(200);
        (await PatchAsync(report, new { figures = new[] { Figure("explained", 2, "18") } })).Require(200).GetProperty("unreportedFigures").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Report_OfATaskByHalfYears_IsOneForEachOfThem()
    {
        await IssuedAsync("halves", HalfYears);
        (await CreateAsync("halves", new { quarter = 1 })).Problem(400, "INVALID_FIELD").Detail.ShouldContain("h1, h2");
        (await CreateAsync("halves", new { period = "h3" })).Problem(400, "INVALID_FIELD");
        (await CreateAsync("halves", new { period = "h1", quarter = 1 })).Problem(400, "INVALID_FIELD");
        var first = (await CreateAsync("halves", new { period = "h1", figures = new[] { Figure("halves", 2, "3") } })).Require(200);
        (first.Text("name"), first.GetProperty("quarter").GetInt32(), first.Text("suggestedLight")).ShouldBe(("plans/halves/tasks/1/reports/humen-h1", 2, "LIGHT_GREEN"));
        await AcceptedAsync(first);
        var second = (await CreateAsync("halves", new { period = "h2", figures = new[] { Figure("halves", 2, "2") } })).Require(200);
        second.GetProperty("figures")[0].Text("yearToDateValue").ShouldBe("5");
        // Nothing is owed for quarters that end within a half-year.
        (await suite.ColumnAsync("SELECT payload->>'DueQuarters' FROM outbox_message WHERE payload->>'Plan' = 'plans/halves' AND type LIKE '%TaskIssued'")).ShouldBe(["[2, 4]"]);
        var board = (await suite.As(Role.Office).GetAsync("/v1/plans/halves:board").ReadAsync()).Require(200);
        board.GetProperty("quarters").EnumerateArray().Select(q => (q.GetProperty("tasks").GetInt32(), q.GetProperty("accepted").GetInt32())).ShouldBe([(0, 0), (1, 1), (0, 0), (1, 0)]);
    }

    [Fact]
    public async Task Report_OfATaskByMonths_AddsUpAndTellsTheQuarterSoFar()
    {
        await IssuedAsync("months", Months);
        foreach (var (month, amount, total) in new[] { (1, "40", "40"), (2, "30", "70"), (3, "50", "120"), (4, "10", "130") })
        {
            var report = (await CreateAsync("months", new { period = $"m{month}", figures = new[] { Figure("months", 2, amount) } })).Require(200);
            report.GetProperty("figures")[0].Text("yearToDateValue").ShouldBe(total);
            report.Text("suggestedLight").ShouldBe(month == 3 ? "LIGHT_GREEN" : "LIGHT_UNSPECIFIED");
            await AcceptedAsync(report);
        }

        var told = await suite.ColumnAsync("SELECT payload->'Figures'->0->>'PeriodValue' FROM outbox_message WHERE payload::text LIKE '%plans/months%' AND type LIKE '%ProgressAccepted' ORDER BY sequence");
        told.ShouldBe(["40", "70", "120", "10"]);
        (await suite.ColumnAsync("SELECT payload->>'Period' FROM outbox_message WHERE payload::text LIKE '%plans/months%' AND type LIKE '%ProgressAccepted' ORDER BY sequence"))
            .ShouldBe(["m1", "m2", "m3", "m4"]);
        var listed = (await suite.As(Role.Office).GetAsync("/v1/plans/months/tasks/1/reports?pageSize=3").ReadAsync()).Require(200);
        listed.GetProperty("reports").EnumerateArray().Select(r => r.Text("period")).ShouldBe(["m1", "m2", "m3"]);
        var rest = (await suite.As(Role.Office).GetAsync($"/v1/plans/months/tasks/1/reports?pageSize=3&pageToken={Uri.EscapeDataString(listed.Text("nextPageToken"))}").ReadAsync()).Require(200);
        rest.GetProperty("reports").EnumerateArray().Select(r => r.Text("period")).ShouldBe(["m4"]);
    }

    async Task IssuedAsync(string plan, string schedule)
    {
        await suite.IssueAsync(plan, Tables.With(Tables.Row("市《政府工作报告》：某事。", 1, "新增学位 8 万个。", schedule, "虎门镇", "无")));
        (await suite.As(Role.Reporter, "humen").PostAsJsonAsync($"/v1/plans/{plan}/tasks/1:acknowledge", new { }).ReadAsync()).Require(200);
    }

    async Task AcceptedAsync(JsonElement report)
    {
        (await StepAsync(report, Role.Approver, "approve")).Require(200);
        (await StepAsync(report, Role.Reporter, "submit")).Require(200);
        (await StepAsync(report, Role.Office, "accept")).Require(200);
    }

    Task<Answer> CreateAsync(string plan, object report) => suite.As(Role.Reporter, "humen").PostAsJsonAsync($"/v1/plans/{plan}/tasks/1/reports", report).ReadAsync();

    Task<Answer> PatchAsync(JsonElement report, object content) => suite.As(Role.Reporter, "humen").PatchAsJsonAsync($"/v1/{report.Text("name")}", content).ReadAsync();

    Task<Answer> StepAsync(JsonElement report, Role role, string step) =>
        suite.As(role, role == Role.Office ? null : "humen").PostAsJsonAsync($"/v1/{report.Text("name")}:{step}", new { }).ReadAsync();

    static object Figure(string plan, int ordinal, string amount) => new { commitment = $"plans/{plan}/tasks/1/commitments/{ordinal}", periodValue = amount };
}
