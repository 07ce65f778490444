using Shouldly;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Tests.Progress;

public sealed class DueFiguresTests
{
    /// <summary>Ordinals: 1 the year's, 2 first quarter, 3 second and third, 4 each quarter, 5 the whole year.</summary>
    static readonly TaskContent Task = Some.Task("", [Some.Annual(100).Commitment],
        Item([1]), Item([2, 3]), Item([1, 2, 3, 4], ScheduleKind.EachQuarter), Item([1, 2, 3, 4], ScheduleKind.AllYear));

    [Theory]
    [InlineData("q1", "2 4")]
    [InlineData("q2", "4")]
    [InlineData("q3", "3 4")]
    [InlineData("q4", "1 4 5")]
    [InlineData("h1", "2 4")]
    [InlineData("h2", "1 3 4 5")]
    [InlineData("m2", "")]
    [InlineData("m3", "2 4")]
    [InlineData("m12", "1 4 5")]
    public void Of_APeriod_IsWhatEndsInIt(string period, string ordinals) =>
        string.Join(' ', DueFigures.Of(Task, ReportPeriod.Parse(period)!.Value).Select(c => c.Ordinal)).ShouldBe(ordinals);

    [Fact]
    public void Missing_WithFigureOrExplanation_IsTheRest()
    {
        var content = ReportContent.Empty with { Figures = [new(2, 1, 1, "")] };
        DueFigures.Missing(Task, 1, content).Select(c => c.Ordinal).ShouldBe([4]);
        DueFigures.Missing(Task, 1, content with { Unreported = [new(4, "年底统计")] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("一季度：甲。二季度：乙。", "甲。|乙。", PeriodKind.Quarter)]
    [InlineData("上半年：甲。下半年：乙。", "甲。|乙。", PeriodKind.HalfYear)]
    [InlineData("每月：甲。", "甲。", PeriodKind.Month)]
    [InlineData("上半年：甲。四季度：乙。", "甲。|乙。", PeriodKind.Quarter)]
    [InlineData("6月底前：甲。", "甲。", PeriodKind.Quarter)]
    [InlineData("甲，上半年完成。", "甲，上半年完成。", PeriodKind.Quarter)]
    [InlineData("", "", PeriodKind.Quarter)]
    public void Periods_OfATask_AreThoseItsScheduleIsDividedInto(string text, string items, PeriodKind kind) =>
        TaskPeriods.Of(Some.Task(text, [], [.. items.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(item => new ScheduleItem(
            null, [1, 2], ScheduleKind.Quarters, item, new(text.IndexOf(item, StringComparison.Ordinal), item.Length), []))])).ShouldBe(kind);

    static ScheduleItem Item(int[] quarters, ScheduleKind kind = ScheduleKind.Quarters) =>
        Some.Due(1, quarters).Item! with { Kind = kind };
}
