using System.Globalization;
using Shouldly;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Tests.Facts;

public sealed class PlanFactsTests
{
    [Theory]
    [InlineData("2024-03-31T15:59:59Z", 1)]
    [InlineData("2024-03-31T16:00:00Z", 2)]
    [InlineData("2023-12-31T15:00:00Z", 1)]
    [InlineData("2024-12-31T15:59:59Z", 4)]
    [InlineData("2025-01-20T00:00:00Z", 4)]
    public void Quarter_OfWhatHappenedAroundItsEnd_IsThatOfTheDayInTheCity(string time, int quarter)
    {
        var happened = DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
        var facts = Facts(happened.AddYears(1), []) with { Cases = [Ended("CLOSED", happened)] };

        Enumerable.Range(1, 4).Where(q => facts.Quarter(q).Cases.Count > 0).ShouldBe([quarter]);
    }

    [Theory]
    [InlineData("2024-07-01", "Yellow Yellow Yellow -")]
    [InlineData("2024-10-10", "Yellow Yellow Yellow Yellow")]
    [InlineData("2024-11-01", "Yellow Yellow Yellow Red")]
    public void Quarter_WithALightSetByHand_ShowsItUntilTheNextReportIsAccepted(string asOf, string lights)
    {
        AcceptedReport[] accepted = [Accepted("q1", 1, "2024-04-12", Light.Green), Accepted("q4", 4, "2024-10-20", Light.Red)];
        // The last is about the first quarter, which was the last one reviewed, and goes on until the fourth is.
        var facts = Facts(At(asOf), [.. accepted.Where(r => r.Reviewer.Time <= At(asOf))]) with { Lights = [Set("2024-04-10", Light.Yellow), Set("2024-06-01", Light.Yellow)] };

        string.Join(' ', Enumerable.Range(1, 4).Select(q => $"{facts.Quarter(q).Tasks[0].Light}").Select(l => l.Length > 0 ? l : "-")).ShouldBe(lights);
    }

    [Theory]
    [InlineData("CLOSED", "2024-07-20", null, "1 2 missing: 2")]
    [InlineData("CARRIED_OVER", "2024-06-20", null, "1 missing: ")]
    [InlineData("CLOSED", "2024-07-10", "2024-07-15", "1 missing: ")]
    [InlineData("CLOSED", "2024-07-16", "2024-07-15", "1 2 missing: 2")]
    [InlineData("REOPENED", "2024-07-20", null, "1 2 3 4 missing: 2 3 4")]
    public void Quarter_OfATaskThatIsOver_OwesNothingMoreAndKeepsWhatItOwedBefore(string state, string day, string? due, string expected)
    {
        OfficeSheet[] sheets = due is null ? [] : [new() { Plan = "plans/2024", Quarter = 2, Time = At(day), DueDate = DateOnly.Parse(due, CultureInfo.InvariantCulture), Scores = [] }];
        var facts = Facts(At("2025-01-20"), [Accepted("q1", 1, "2024-04-12", Light.Green)]) with { Sheets = sheets, Cases = [Ended("CLOSED", At("2024-05-01")), Ended(state, At(day))] };
        var quarters = Enumerable.Range(1, 4).Select(facts.Quarter).ToList();

        var (owed, missing) = (quarters.Where(q => q.Tasks[0].Due), quarters.Where(q => q.Tasks[0].Missing.Any()));

        $"{string.Join(' ', owed.Select(q => q.Quarter))} missing: {string.Join(' ', missing.Select(q => q.Quarter))}".ShouldBe(expected);
        quarters.Where(q => UnitStanding.Ranked(q).Count > 0).ShouldBe(owed);
    }

    [Fact]
    public void Quarter_WithAMonthAcceptedSince_HasNoLightSetByHandAnyMore()
    {
        AcceptedReport[] months = [Accepted("m4", 2, "2024-05-12", Light.Green), Accepted("m5", 2, "2024-06-12", Light.Green)];

        LightOf(months[..1]).ShouldBe(Light.Red);
        LightOf(months).ShouldBeNull();

        static Light? LightOf(AcceptedReport[] accepted) => (Facts(At("2024-06-25"), accepted) with { Lights = [Set("2024-06-01", Light.Red)] }).Quarter(2).Tasks[0].Light;
    }

    static PlanFacts Facts(DateTimeOffset asOf, IReadOnlyList<AcceptedReport> accepted) => new(
        new() { Name = "plans/2024", Title = "", Year = 2024, Issuer = "", TaskCount = 1, IssueTime = Sample.Now }, asOf, 1, [Sample.Task(1)], [], [], accepted)
    {
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
    };

    static AcceptedReport Accepted(string period, int quarter, string day, Light light)
    {
        var (task, someone) = (Sample.Task(1), new Signature("office", "", At(day)));
        return new()
        {
            Report = $"{task.Name}/reports/a-{period}", Revision = 1, Task = task.Name, Plan = task.Plan, Quarter = quarter, Period = period, Unit = task.LeadUnits[0].Unit,
            UnitName = task.LeadUnits[0].DisplayName, Light = light, Narrative = "", Difficulties = "", NextSteps = "", Author = someone, Approver = someone, Reviewer = someone,
        };
    }

    static LightChange Set(string day, Light light) => new()
    {
        Task = "plans/2024/tasks/1", Plan = "plans/2024", Time = At(day), Light = light, Suggested = null, Rule = "", Reason = "现场督查", Account = "office", DisplayName = "",
    };

    static CaseStep Ended(string state, DateTimeOffset time) => new()
    {
        Case = "plans/2024/tasks/1", Action = state, Time = time, Kind = "TASK", State = state, Task = "plans/2024/tasks/1", Plan = "plans/2024", Unit = "", UnitName = "", Text = "",
        DueDate = null, Account = "office", DisplayName = "",
    };

    static DateTimeOffset At(string day) => new(DateOnly.Parse(day, CultureInfo.InvariantCulture), new TimeOnly(10, 0), TimeSpan.FromHours(8));
}
