using Shouldly;
using Suite.Auth.V1;

namespace Suite.Tasks.Tests.Api;

/// <summary>A figure is typed once: what a unit entered in one task is offered in others that promise the same.</summary>
public sealed class ReportFormApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task GetReportForm_BeforeTheReportIsOpened_TellsWhatIsDueAndOffersWhatWasEnteredElsewhere()
    {
        await IssuedAsync("form");
        (await CreateAsync("form", 1, 2, "18")).Require(200);
        var form = (await FormAsync("form", 2)).Require(200);
        form.GetProperty("periods").EnumerateArray().Select(p => p.GetString()).ShouldBe(["q1", "q2", "q3", "q4"]);
        var figures = form.GetProperty("figures").EnumerateArray().ToList();
        figures.Where(f => f.GetProperty("due").GetBoolean()).Select(f => f.Text("verbatim")).ShouldBe(["完成新能源汽车推广20万辆"]);
        var offered = figures[1].GetProperty("suggestions").EnumerateArray().Single();
        (offered.Text("report"), offered.Text("commitment"), offered.Text("yearToDateValue"), offered.Text("why"), offered.GetProperty("revision").GetInt32()).ShouldBe(
            ("plans/form/tasks/1/reports/humen-q1", "plans/form/tasks/1/commitments/2", "18", "WHY_SAME_WORDS", 1));
        figures[1].Text("yearToDateBefore").ShouldBe("0");
        // Another unit of measure, and another thing: nothing is offered.
        (await FormAsync("form", 3)).Require(200).GetProperty("figures").EnumerateArray().ShouldAllBe(f => f.GetProperty("suggestions").GetArrayLength() == 0);
    }

    [Fact]
    public async Task Submit_AnotherFigureForTheSameThing_WarnsTheUnitAndTheOfficeAndGoesThrough()
    {
        await IssuedAsync("warned");
        var first = (await CreateAsync("warned", 1, 2, "18")).Require(200).Text("name");
        var second = (await CreateAsync("warned", 2, 2, "19")).Require(200);
        second.GetProperty("warnings").GetArrayLength().ShouldBe(0);
        await SubmitAsync(first);
        var submitted = await SubmitAsync(second.Text("name"));
        var warning = submitted.GetProperty("warnings").EnumerateArray().Single();
        (warning.Text("commitment"), warning.Text("yearToDateValue"), warning.Text("otherReport"), warning.Text("otherYearToDateValue"), warning.Text("unit")).ShouldBe(
            ("plans/warned/tasks/2/commitments/2", "19", first, "18", "万辆"));
        foreach (var name in new[] { first, second.Text("name") })
            (await suite.As(Role.Office).GetAsync($"/v1/{name}").ReadAsync()).Require(200).GetProperty("warnings").GetArrayLength().ShouldBe(1);
        (await suite.As(Role.Office).PostAsJsonAsync($"/v1/{second.Text("name")}:accept", new { }).ReadAsync()).Require(200);
        (await suite.As(Role.Observer).GetAsync($"/v1/{second.Text("name")}").ReadAsync()).Require(200).GetProperty("warnings").GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData(Role.Reporter, "changan", "OUT_OF_SCOPE")]
    [InlineData(Role.Office, null, "ROLE_NOT_ALLOWED")]
    [InlineData(Role.Observer, null, "ROLE_NOT_ALLOWED")]
    public async Task GetReportForm_ByOthers_IsRefused(Role role, string? unit, string reason) =>
        (await suite.As(role, unit).GetAsync("/v1/plans/form/tasks/1/reports/humen-q1:form").ReadAsync()).Problem(403, reason);

    [Fact]
    public async Task GetReportForm_NoSuchTaskOrPeriod_IsRefused()
    {
        await IssuedAsync("nowhere");
        (await FormAsync("nowhere", 9)).Problem(404, "NOT_FOUND");
        (await suite.As(Role.Reporter, "humen").GetAsync("/v1/plans/nowhere/tasks/1/reports/humen-m1:form").ReadAsync()).Problem(400, "INVALID_FIELD");
    }

    async Task IssuedAsync(string plan)
    {
        await suite.IssueAsync(plan, Tables.With(
            Tables.Row("市《政府工作报告》：某事。", 1, "完成新能源汽车推广 80 万辆。", "<b>一季度：</b>累计完成新能源汽车推广 20 万辆。", "虎门镇", "无"),
            Tables.Row("", 2, "完成新能源汽车推广 80 万辆。", "<b>一季度：</b>完成新能源汽车推广 20 万辆。", "虎门镇", "无"),
            Tables.Row("", 3, "完成老旧小区改造 80 万平方米。", "<b>一季度：</b>完成老旧小区改造 20 万平方米。", "虎门镇", "无")));
        foreach (var task in new[] { 1, 2 })
            (await suite.As(Role.Reporter, "humen").PostAsJsonAsync($"/v1/plans/{plan}/tasks/{task}:acknowledge", new { }).ReadAsync()).Require(200);
    }

    Task<Answer> FormAsync(string plan, int task) => suite.As(Role.Reporter, "humen").GetAsync($"/v1/plans/{plan}/tasks/{task}/reports/humen-q1:form").ReadAsync();

    Task<Answer> CreateAsync(string plan, int task, int ordinal, string amount) => suite.As(Role.Reporter, "humen").PostAsJsonAsync($"/v1/plans/{plan}/tasks/{task}/reports", new
    {
        quarter = 1, narrative = "x", figures = new[] { new { commitment = $"plans/{plan}/tasks/{task}/commitments/{ordinal}", yearToDateValue = amount } },
    }).ReadAsync();

    async Task<System.Text.Json.JsonElement> SubmitAsync(string report)
    {
        (await suite.As(Role.Approver, "humen").PostAsJsonAsync($"/v1/{report}:approve", new { }).ReadAsync()).Require(200);
        return (await suite.As(Role.Reporter, "humen").PostAsJsonAsync($"/v1/{report}:submit", new { }).ReadAsync()).Require(200);
    }
}
