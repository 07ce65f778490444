using Shouldly;
using Suite.Auth.V1;
using Suite.Tasks.Tests.Api;

namespace Suite.Tasks.Tests.Rules;

public sealed class RuleApiTests(TasksFixture suite) : IClassFixture<TasksFixture>
{
    const string Rules = "/v1/supervisionRules";

    [Fact]
    public async Task List_NewDatabase_HasTheBuiltInVersions()
    {
        var rules = (await suite.As(Role.Observer).GetAsync(Rules).ReadAsync()).Require(200).GetProperty("supervisionRules").EnumerateArray().ToList();
        var built = rules.Where(r => r.GetProperty("version").GetInt32() == 1).ToList();
        built.Select(r => r.Text("name")).ShouldBe(
            ["supervisionRules/light-1", "supervisionRules/deadline-1", "supervisionRules/reminder-1", "supervisionRules/score-1", "supervisionRules/handling-1"]);
        built[0].GetProperty("light").Text("yellowAbove").ShouldBe("10");
        built[2].GetProperty("reminder").GetProperty("stages").EnumerateArray().Select(s => s.GetProperty("days").GetInt32()).ShouldBe([-7, -1, 0, 3, 7]);
        built[3].GetProperty("score").Text("missing").ShouldBe("10");
    }

    [Fact]
    public async Task Create_AnotherScoreRule_IsTheNextVersionAndLeavesTheFirst()
    {
        var made = (await CreateAsync(new { reason = "市里另有规定", effectiveDate = "2199-01-01", score = Score("12") })).Require(200);
        made.Text("name").ShouldBe("supervisionRules/score-2");
        made.Text("effectiveDate").ShouldBe("2199-01-01");
        (await suite.As(Role.Leader).GetAsync($"{Rules}/score-2").ReadAsync()).Require(200).GetProperty("score").Text("missing").ShouldBe("12");
        (await suite.As(Role.Leader).GetAsync($"{Rules}/score-1").ReadAsync()).Require(200).GetProperty("score").Text("missing").ShouldBe("10");
    }

    [Fact]
    public async Task Create_ReminderRule_ComesBackAsGiven()
    {
        var made = (await CreateAsync(new
        {
            reason = "少催一些", effectiveDate = "2199-02-01",
            reminder = new { stages = new[] { new { days = 1, to = new[] { "REMINDER_RECIPIENT_OFFICE" } } }, sendFrom = "08:30", sendUntil = "12:00" },
        })).Require(200).GetProperty("reminder");
        made.Text("sendFrom").ShouldBe("08:30");
        made.GetProperty("stages")[0].GetProperty("to")[0].GetString().ShouldBe("REMINDER_RECIPIENT_OFFICE");
    }

    [Fact]
    public async Task Create_ManyAtOnce_CountWithoutGaps()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CreateAsync(new { reason = "同时", effectiveDate = "2199-03-01", deadline = Deadline(10) })));
        var versions = made.Select(m => m.Require(200).GetProperty("version").GetInt32()).Order().ToList();
        versions.ShouldBe(Enumerable.Range(versions[0], 8));
    }

    [Theory]
    [InlineData("""{"reason":"x","light":{"yellowAbove":"30","redAbove":"10"}}""", "supervision_rule.light.red_above")]
    [InlineData("""{"reason":"x","light":{"yellowAbove":"-1","redAbove":"10"}}""", "supervision_rule.light.yellow_above")]
    [InlineData("""{"reason":"x","light":{"yellowAbove":"ten","redAbove":"10"}}""", "supervision_rule.light.yellow_above")]
    [InlineData("""{"reason":"x","light":{"redAbove":"10"}}""", "supervision_rule.light.yellow_above")]
    [InlineData("""{"reason":"x","deadline":{"reportWorkingDays":0}}""", "supervision_rule.deadline.report_working_days")]
    [InlineData("""{"reason":"x","reminder":{"sendFrom":"09:00","sendUntil":"17:00"}}""", "supervision_rule.reminder.stages")]
    [InlineData("""{"reason":"x","reminder":{"stages":[{"days":1,"to":["REMINDER_RECIPIENT_UNSPECIFIED"]}],"sendFrom":"09:00","sendUntil":"17:00"}}""", "supervision_rule.reminder.stages[0].to")]
    [InlineData("""{"reason":"x","reminder":{"stages":[{"days":1,"to":["REMINDER_RECIPIENT_OFFICE"]}],"sendFrom":"9","sendUntil":"17:00"}}""", "supervision_rule.reminder.send_from")]
    [InlineData("""{"reason":"x"}""", "supervision_rule")]
    [InlineData("""{"light":{"yellowAbove":"10","redAbove":"30"}}""", "supervision_rule.reason")]
    [InlineData("""{"reason":"x","effectiveDate":"2020-01-01","light":{"yellowAbove":"10","redAbove":"30"}}""", "supervision_rule.effective_date")]
    [InlineData("""{"reason":"x","effectiveDate":"tomorrow","light":{"yellowAbove":"10","redAbove":"30"}}""", "supervision_rule.effective_date")]
    public async Task Create_WhatIsWrong_IsNamed(string body, string field)
    {
        var answer = (await suite.As(Role.Office).PostAsync(Rules, new StringContent(body, null, "application/json")).ReadAsync()).Problem(400, "INVALID_FIELD");
        answer.Detail.ShouldContain($"{field}:");
    }

    [Theory]
    [InlineData("supervisionRules/light-0")]
    [InlineData("supervisionRules/colour-1")]
    [InlineData("supervisionRules/light-99999999999")]
    public async Task Get_NoName_IsRefused(string name) => (await suite.As(Role.Office).GetAsync($"/v1/{name}").ReadAsync()).Problem(400, "INVALID_FIELD");

    [Fact]
    public async Task Get_NoSuchVersion_NotFound() => (await suite.As(Role.Office).GetAsync($"{Rules}/light-9999").ReadAsync()).Problem(404, "NOT_FOUND");

    [Fact]
    public async Task Create_AsAReporter_IsRefused() =>
        (await suite.As(Role.Reporter, "humen").PostAsJsonAsync(Rules, new { reason = "x", score = Score("1") }).ReadAsync()).Problem(403, "ROLE_NOT_ALLOWED");

    Task<Answer> CreateAsync(object rule) => suite.As(Role.Office).PostAsJsonAsync(Rules, rule).ReadAsync();

    static object Score(string missing) =>
        new { start = "100", missing, returned = "2", lateDay = "1", lateMost = "5", beatenAbove = "10", beaten = "1", beatenMost = "5" };

    static object Deadline(int days) => new
    {
        opensDaysBeforeEnd = days, reportWorkingDays = days, contributionWorkingDays = 1, resubmitWorkingDays = 1, acknowledgeWorkingDays = 1,
    };
}
