using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;
using Suite.Tasks.Tests.Lights;

namespace Suite.Tasks.Tests.Calendar;

public sealed class CalendarApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Notice = "某某通知";

    [Fact]
    public async Task List_NewDatabase_KnowsTheYearsThatComeWithTheSuite()
    {
        var years = (await suite.As(Role.Observer).GetAsync("/v1/calendars?pageSize=2").ReadAsync()).Require(200);
        years.GetProperty("calendarYears").EnumerateArray().Select(y => (y.GetProperty("year").GetInt32(), y.GetProperty("workingDayCount").GetInt32()))
            .ShouldBe([(2024, 251), (2025, 248)]);
        years.Text("nextPageToken").ShouldNotBeEmpty();
        (await suite.As(Role.Observer).GetAsync("/v1/calendars/2026").ReadAsync()).Require(200).Text("source").ShouldContain("国办发明电〔2025〕7号");
        (await suite.As(Role.Observer).GetAsync("/v1/calendars/2149").ReadAsync()).Problem(404, "NOT_FOUND");
    }

    [Fact]
    public async Task Create_YearThenItsCorrection_TheCorrectionHolds()
    {
        (await CreateAsync(Year(2101, "2101-10-03"))).Require(200).GetProperty("version").GetInt32().ShouldBe(1);
        (await CreateAsync(Year(2101, "2101-10-04"))).Require(200).GetProperty("version").GetInt32().ShouldBe(2);
        var holds = (await suite.As(Role.Leader).GetAsync("/v1/calendars/2101").ReadAsync()).Require(200);
        holds.GetProperty("holidays")[0].Text("lastDate").ShouldBe("2101-10-04");
    }

    [Theory]
    [InlineData("""{"year":2102}""", "calendar_year.source")]
    [InlineData("""{"year":9999,"source":"x"}""", "calendar_year.year")]
    [InlineData("""{"year":2102,"source":"x","holidays":[{"name":"a","firstDate":"2102-01-01","lastDate":"2101-01-01"}]}""", "calendar_year.holidays[0]")]
    [InlineData("""{"year":2102,"source":"x","holidays":[{"name":"a","firstDate":"2102-01-01"}]}""", "calendar_year.holidays[0].last_date")]
    [InlineData("""{"year":2102,"source":"x","holidays":[{"name":"a","firstDate":"2102-01-01","lastDate":"2102-01-03"},{"name":"b","firstDate":"2102-01-03","lastDate":"2102-01-03"}]}""", "calendar_year.holidays[1]")]
    [InlineData("""{"year":2102,"source":"x","workdays":["2102-01-02"]}""", "calendar_year.workdays[0]")]
    [InlineData("""{"year":2102,"source":"x","workdays":["2102-01-01","2102-01-01"]}""", "calendar_year.workdays")]
    public async Task Create_WhatIsWrong_IsNamed(string body, string field)
    {
        var answer = await suite.As(Role.Office).PostAsync("/v1/calendars", new StringContent(body, null, "application/json")).ReadAsync();
        answer.Problem(400, "INVALID_FIELD").Detail.ShouldContain($"{field}:");
    }

    [Fact]
    public async Task Create_AsAnApprover_IsRefused() =>
        (await suite.As(Role.Approver, "humen").PostAsJsonAsync("/v1/calendars", Year(2103, "2103-10-03")).ReadAsync()).Problem(403, "ROLE_NOT_ALLOWED");

    [Fact]
    public async Task ListPlanPeriods_IssuedPlan_SaysWhenEachQuarterFallsDue()
    {
        await suite.ImportAsync("days", Tables.TwoTasks);
        (await suite.As(Role.Office).GetAsync("/v1/plans/days/periods").ReadAsync()).Problem(409, "PLAN_NOT_ISSUED");
        await suite.IssueAsync("days", Tables.TwoTasks);
        var periods = (await suite.As(Role.Observer).GetAsync("/v1/plans/days/periods").ReadAsync()).Require(200).GetProperty("planPeriods").EnumerateArray().ToList();
        periods.Select(p => p.Text("name")).ShouldBe(["plans/days/periods/q1", "plans/days/periods/q2", "plans/days/periods/q3", "plans/days/periods/q4"]);
        // All four were over when the plan was issued: they fall due the same time after that day.
        periods.ShouldAllBe(p => p.Text("state") == "PLAN_PERIOD_STATE_OPEN" && p.Text("rule") == "supervisionRules/deadline-1");
        periods.Select(p => p.Text("reportDueDate")).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task GetProgressReport_BeforeItsDay_IsDueThenAndNotOverdue()
    {
        var unit = new UnitWork(suite, "due", "humen");
        await suite.IssueAsync("due", Tables.TwoTasks);
        await unit.SubmittedAsync(task: 1, quarter: 1, "20");
        var due = (await suite.As(Role.Observer).GetAsync("/v1/plans/due/periods").ReadAsync()).Require(200).GetProperty("planPeriods")[0].Text("dueTime");
        var report = (await suite.As(Role.Office).GetAsync("/v1/plans/due/tasks/1/reports/humen-q1").ReadAsync()).Require(200);
        (report.Text("dueTime"), report.GetProperty("overdue").GetBoolean()).ShouldBe((due, false));
    }

    Task<Answer> CreateAsync(object year) => suite.As(Role.Office).PostAsJsonAsync("/v1/calendars", year).ReadAsync();

    static object Year(int year, string until) => new
    {
        year, source = Notice, holidays = new[] { new { name = "国庆节", firstDate = $"{year}-10-01", lastDate = until } }, workdays = Array.Empty<string>(),
    };
}
