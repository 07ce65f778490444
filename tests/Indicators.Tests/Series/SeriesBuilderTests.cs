using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Indicators.Series;
using static Suite.Indicators.Series.Accumulation;

namespace Suite.Indicators.Tests.Series;

public sealed class SeriesBuilderTests
{
    [Fact]
    public void Build_QuartersThatRiseToTheTarget_AreOneSeriesWithBothValues()
    {
        var series = SeriesBuilder.Build(
        [
            Promised.Annual(1, 630) with { Measure = "完成工业投资" }, Promised.Amount(2, 120, Cumulative, 1) with { Measure = "累计完成工业投资" },
            Promised.Amount(3, 300, Cumulative, 2), Promised.Amount(4, 470, Cumulative, 3), Promised.Amount(5, 630, Cumulative, 4),
        ]).ShouldHaveSingleItem();

        series.Points.Select(p => (p.Quarter, p.YearToDate, p.Period)).ShouldBe(
            [(1, 120, 120), (2, 300, 180), (3, 470, 170), (4, 630, 160), (4, 630, 160)]);
    }

    [Fact]
    public void Build_AmountsWithinTheQuarters_AddUpToTheYear()
    {
        var series = SeriesBuilder.Build(
            [Promised.Amount(1, 30, InPeriod, 1), Promised.Amount(2, 40, InPeriod, 2), Promised.Amount(3, 50, InPeriod, 3), Promised.Amount(4, 60, InPeriod, 4)]);

        series.ShouldHaveSingleItem().Points.Select(p => (p.YearToDate, p.Period)).ShouldBe([(30, 30), (70, 40), (120, 50), (180, 60)]);
    }

    [Fact]
    public void Build_AnEarlierQuarterUnknown_TellsOnlyTheQuartersAmount() =>
        SeriesBuilder.Build([Promised.Amount(1, 40, InPeriod, 2)])[0].Points.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            p => p.YearToDate.ShouldBeNull(), p => p.Period.ShouldBe(40));

    [Fact]
    public void Build_Levels_AreNeverAdded()
    {
        var series = SeriesBuilder.Build([Promised.Amount(1, 92, Undetermined, 1), Promised.Amount(2, 95, Undetermined, 2, 3, 4)]);

        series.ShouldHaveSingleItem().Points.Select(p => (p.Quarter, p.YearToDate, p.Period)).ShouldBe([(1, 92m, null), (4, 95m, null)]);
    }

    [Fact]
    public void Build_GrowthBesideTheAmount_IsASeriesOfItsOwn() =>
        SeriesBuilder.Build([Promised.Amount(1, 169, Cumulative, 1), Promised.Amount(2, 4, Cumulative, 1) with { GrowthRate = true, Unit = "%" }])
            .Select(s => s.GrowthRate).ShouldBe([false, true]);

    [Fact]
    public void Build_AmountOfEachQuarter_IsPromisedFourTimes() =>
        SeriesBuilder.Build([Promised.Amount(1, 3, InPeriod, 1, 2, 3, 4) with { EachQuarter = true }])[0]
            .Points.Select(p => (p.Quarter, p.YearToDate, p.Period)).ShouldBe([(1, 3, 3), (2, 6, 3), (3, 9, 3), (4, 12, 3)]);

    [Fact]
    public void Build_TargetWithTwoWorkstreamsOfItsMeasure_StandsAlone()
    {
        var series = SeriesBuilder.Build(
        [
            Promised.Annual(1, 11.5m), Promised.Amount(2, 7, Cumulative, 4) with { Workstream = "深江铁路" },
            Promised.Amount(3, 4.5m, Cumulative, 4) with { Workstream = "深惠城际" },
        ]);

        series.Select(s => (s.Workstream, s.Points.Count)).ShouldBe([("", 1), ("深江铁路", 1), ("深惠城际", 1)]);
    }

    [Fact]
    public void Build_TargetWithOneWorkstreamOfItsMeasure_JoinsIt() =>
        SeriesBuilder.Build([Promised.Annual(1, 7), Promised.Amount(2, 7, Cumulative, 4) with { Workstream = "深江铁路" }])
            .ShouldHaveSingleItem().Workstream.ShouldBe("深江铁路");

    [Fact]
    public void Build_ScheduleAgainstTarget_KeepsBothAsTheyAre()
    {
        var points = SeriesBuilder.Build([Promised.Annual(1, 100), Promised.Amount(2, 60, InPeriod, 1, 2), Promised.Amount(3, 50, InPeriod, 3, 4)])[0].Points;

        points.Select(p => (p.Quarter, p.YearToDate)).ShouldBe([(2, 60), (4, 100), (4, 110)]);
    }

    [Fact]
    public void Build_AnyPromises_PutsEachIntoOneSeries() =>
        Prop.ForAll(Tasks(), promises =>
        {
            var placed = SeriesBuilder.Build(promises).SelectMany(s => s.Points.Select(p => p.Commitment).Distinct()).ToList();
            return placed.Count == promises.Length && placed.ToHashSet().SetEquals(promises.Select(p => p.Commitment));
        }).QuickCheckThrowOnFailure();

    static Arbitrary<Promise[]> Tasks()
    {
        var quarters = Gen.Elements<int[]>([1], [2], [3], [4], [1, 2], [2, 3, 4], [1, 2, 3, 4], []);
        var promise = from value in Gen.Choose(1, 1000)
                      from accumulation in Gen.Elements(Undetermined, Cumulative, InPeriod)
                      from measure in Gen.Elements("工业投资", "累计完成工业投资", "技改投资", "达")
                      from unit in Gen.Elements("亿元", "万个", "")
                      from workstream in Gen.Elements("", "东区", "西区")
                      from annual in Gen.Elements(true, false, false)
                      from due in quarters
                      select Promised.Amount(0, value, accumulation, due) with { Annual = annual, Measure = measure, Unit = unit, Workstream = annual ? "" : workstream };
        return promise.ArrayOf().Select(all => all.Select((p, at) => p with { Commitment = $"plans/2024/tasks/1/commitments/{at + 1}" }).ToArray()).ToArbitrary();
    }
}
