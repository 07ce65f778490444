using Shouldly;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Reminders;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Tests.Reminders;

public sealed class ReminderPlanTests
{
    static readonly DateOnly Due = new(2024, 10, 18);

    [Fact]
    public void On_AfterWeeksWithoutAClock_SendsTheLastStageOnlyAndNotesTheOthers()
    {
        var due = Plan([]).On(new(2024, 11, 20), [Owed()]).ToList();
        due.Select(d => (d.Addressee, d.Days)).ShouldBe([("units/humen/reporters", 7), ("units/humen/approvers", 7), ("office", 7), ("people/a", 7), ("people/b", 7)]);
        due[0].PassedOver.ShouldBe([-7, -1, 0, 3]);
        due[2].PassedOver.ShouldBe([3]);
        due[3].PassedOver.ShouldBeEmpty();
    }

    [Fact]
    public void On_WhatWasSent_IsNotSentAgain()
    {
        var today = new DateOnly(2024, 10, 17);
        Plan([]).On(today, [Owed()]).Count().ShouldBe(2);
        Plan([(-1, "units/humen/reporters")]).On(today, [Owed()]).Single().Addressee.ShouldBe("units/humen/approvers");
    }

    [Fact]
    public void On_WhatIsDone_IsNotChased() => Plan([]).On(new(2024, 11, 20), [Owed() with { MetAt = DateTimeOffset.UnixEpoch }]).ShouldBeEmpty();

    [Fact]
    public void On_BeforeTheFirstStage_SaysNothing() => Plan([]).On(new(2024, 10, 10), [Owed()]).ShouldBeEmpty();

    [Theory]
    [InlineData("2024-10-10", false)]
    [InlineData("2024-10-11", true)]
    [InlineData("2024-11-24", true)]
    [InlineData("2024-11-25", false)]
    public void Reached_FromTheFirstStageToAMonthAfterTheLast(string today, bool reached) =>
        ReminderPlan.Reached(new(OfficialYears.All), new(1, ReminderRule.First), DateOnly.Parse(today, null), [Owed()]).Any().ShouldBe(reached);

    [Theory]
    [InlineData(-7, "2024-10-08", "2024-09-30")] // 1 October is a holiday: the warning goes before the week off
    [InlineData(3, "2024-09-29", "2024-10-08")] // 2 October is: the chaser goes after it
    [InlineData(0, "2024-10-12", "2024-10-12")] // a Saturday that is worked
    public void DayOf_DayOff_WarnsBeforeAndChasesAfter(int days, string due, string expected) =>
        CityTime.Text(Plan([]).DayOf(DateOnly.Parse(due, null), new(days, [Recipient.Reporter]))).ShouldBe(expected);

    static Obligation Owed() => new(new(ObligationKind.Report, new TaskName("p", 1), "humen", 3, 0), "虎门镇", Due, null);

    static ReminderPlan Plan((int Days, string To)[] done) => new(
        new(OfficialYears.All), new(1, ReminderRule.First), _ => ["a", "b"], (_, days, to) => done.Contains((days, to)));
}
