using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Indicators.Series;

namespace Suite.Indicators.Tests.Series;

public sealed class YearLineTests
{
    static readonly Arbitrary<decimal[]> Years = Gen.Choose(-100_000, 100_000).Select(n => n / 100m).ArrayOf(YearLine.Quarters).ToArbitrary();

    static readonly Arbitrary<bool[]> Choices = Gen.Choose(0, 1).Select(n => n == 1).ArrayOf(YearLine.Quarters).ToArbitrary();

    [Fact]
    public void Through_EveryQuartersAmount_GivesTheirRunningSum() =>
        Prop.ForAll(Years, periods =>
        {
            var line = YearLine.Through([.. periods.Select((value, at) => new YearLine.Amount(at + 1, at + 1, value))]);
            return Enumerable.Range(1, 4).All(q => line.YearToDate(q) == periods.Take(q).Sum());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Through_EitherWayOfTellingEachQuarter_GivesBackBoth() =>
        Prop.ForAll(Years, Choices, (periods, cumulative) =>
        {
            var line = YearLine.Through([.. periods.Select((value, at) => cumulative[at]
                ? new YearLine.Amount(1, at + 1, periods.Take(at + 1).Sum())
                : new YearLine.Amount(at + 1, at + 1, value))]);
            return Enumerable.Range(1, 4).All(q => line.YearToDate(q) == periods.Take(q).Sum() && line.Period(q) == periods[q - 1]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Through_WhateverIsKnown_NeverContradictsItself() =>
        Prop.ForAll(Years, Choices, (values, told) =>
        {
            var line = YearLine.Through([.. values.Index().Where(v => told[v.Index]).Select(v => new YearLine.Amount(v.Index + 1, v.Index + 1, v.Item))]);
            return Enumerable.Range(1, 4).All(q =>
                line.YearToDate(q) is not { } sum || line.YearToDate(q - 1) is not { } before || line.Period(q) == sum - before);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Through_AQuarterMissing_LeavesTheYearToDateUnknownFromThereOn()
    {
        var line = YearLine.Through([new(1, 1, 10), new(3, 3, 30), new(4, 4, 40)]);

        line.YearToDate(1).ShouldBe(10);
        line.YearToDate(2).ShouldBeNull();
        line.YearToDate(4).ShouldBeNull();
        line.Period(3).ShouldBe(30);
    }

    [Fact]
    public void Through_AnAmountOverSeveralQuarters_CountsFromTheirStart()
    {
        var line = YearLine.Through([new(1, 1, 10), new(2, 3, 30)]);

        line.YearToDate(3).ShouldBe(40);
        line.Period(2).ShouldBeNull();
        line.Period(3).ShouldBeNull();
    }
}
