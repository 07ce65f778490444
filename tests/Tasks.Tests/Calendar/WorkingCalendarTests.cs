using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Calendar;

namespace Suite.Tasks.Tests.Calendar;

public sealed class WorkingCalendarTests
{
    static readonly WorkingCalendar China = new(OfficialYears.All);

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void OfficialYears_AsAnnounced_HaveTheirWorkingDays(int year, int days)
    {
        OfficialYears.All.Single(y => y.Year == year).Violations().ShouldBeEmpty();
        Days(year).Count(China.IsWorked).ShouldBe(days);
    }

    [Theory]
    [InlineData("2024-02-04", true)] // a Sunday worked for the Spring Festival
    [InlineData("2024-02-09", true)] // New Year's Eve was left to employers
    [InlineData("2024-02-12", false)]
    [InlineData("2024-05-11", true)]
    [InlineData("2025-10-08", false)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-02-28", true)]
    public void IsWorked_Day_AsTheNoticeSays(string day, bool worked) => China.IsWorked(DateOnly.Parse(day, null)).ShouldBe(worked);

    [Theory]
    [InlineData("2024-03-31", 10, "2024-04-15")] // over the Qingming holiday and its Sunday worked
    [InlineData("2024-09-30", 10, "2024-10-18")] // over the National Day week and its Saturday worked
    [InlineData("2024-12-31", 1, "2025-01-02")]
    public void After_Holidays_AreNotCounted(string day, int count, string expected) =>
        China.After(DateOnly.Parse(day, null), count).ShouldBe(DateOnly.Parse(expected, null));

    [Fact]
    public void Knows_YearWithoutANotice_IsFalseAndWeekendsAreOff()
    {
        China.Knows(2031).ShouldBeFalse();
        Days(2031).All(d => China.IsWorked(d) == d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)).ShouldBeTrue();
    }

    [Fact]
    public void After_AnyDay_CountsExactlyTheWorkingDaysBetween() => Prop.ForAll(Some(), Gen.Choose(1, 60).ToArbitrary(), (day, count) =>
    {
        var found = China.After(day, count);
        China.IsWorked(found).ShouldBeTrue();
        Enumerable.Range(1, found.DayNumber - day.DayNumber).Count(n => China.IsWorked(day.AddDays(n))).ShouldBe(count);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OnOrBeforeOnOrAfter_AnyDay_EncloseItTightly() => Prop.ForAll(Some(), day =>
    {
        var (before, after) = (China.OnOrBefore(day), China.OnOrAfter(day));
        (before <= day && day <= after && China.IsWorked(before) && China.IsWorked(after)).ShouldBeTrue();
        Enumerable.Range(before.DayNumber + 1, Math.Max(0, after.DayNumber - before.DayNumber - 1)).ShouldAllBe(n => !China.IsWorked(DateOnly.FromDayNumber(n)));
    }).QuickCheckThrowOnFailure();

    static Arbitrary<DateOnly> Some() =>
        Gen.Choose(new DateOnly(2023, 6, 1).DayNumber, new DateOnly(2027, 6, 1).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    static IEnumerable<DateOnly> Days(int year) => Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);
}
