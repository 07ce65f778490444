using Shouldly;
using Suite.Tasks.Calendar;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Tests.Calendar;

public sealed class DueDatesTests
{
    static readonly DateOnly Always = new(1900, 1, 1);
    static readonly DateOnly March = new(2024, 3, 1);
    static readonly WorkingCalendar China = new(OfficialYears.All);

    [Theory]
    [InlineData(1, "2024-03-21", "2024-04-08", "2024-04-15")]
    [InlineData(2, "2024-06-20", "2024-07-05", "2024-07-12")]
    [InlineData(3, "2024-09-20", "2024-10-12", "2024-10-18")]
    [InlineData(4, "2024-12-21", "2025-01-08", "2025-01-15")]
    public void Quarter_ByTheFirstRules_OpensAndFallsDue(int quarter, string opens, string contribution, string report)
    {
        var dates = Dates().Of(2024, quarter, March);
        (CityTime.Text(dates.Opens), CityTime.Text(dates.ContributionDue), CityTime.Text(dates.ReportDue), dates.Provisional)
            .ShouldBe((opens, contribution, report, false));
    }

    [Fact]
    public void Quarter_OverBeforeTheUnitGotTheTask_HasAsMuchTimeFromThatDay()
    {
        var late = new DateOnly(2024, 5, 6);
        var dates = Dates().Of(2024, 1, late);
        (dates.Opens, dates.ReportDue).ShouldBe((late, China.After(late, 10)));
    }

    [Fact]
    public void Quarter_ReachingIntoAYearWithoutANotice_IsProvisional() => Dates().Of(2026, 4, new(2026, 3, 1)).Provisional.ShouldBeTrue();

    [Fact]
    public void Quarter_RulesChangedInBetween_GoesByThoseOfItsEnd()
    {
        var shorter = DeadlineRule.First with { ReportWorkingDays = 5 };
        var dates = new DueDates(China, new([(Always, new InForce<DeadlineRule>(1, DeadlineRule.First)), (new(2024, 4, 1), new(2, shorter))]));
        var (first, second) = (dates.Of(2024, 1, March), dates.Of(2024, 2, March));
        (first.RuleVersion, CityTime.Text(first.ReportDue)).ShouldBe((1, "2024-04-15"));
        (second.RuleVersion, CityTime.Text(second.ReportDue)).ShouldBe((2, "2024-07-05"));
    }

    static DueDates Dates() => new(China, new([(Always, new InForce<DeadlineRule>(1, DeadlineRule.First))]));
}
