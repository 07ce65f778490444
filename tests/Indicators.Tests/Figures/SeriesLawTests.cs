using FsCheck;
using FsCheck.Fluent;
using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;

namespace Suite.Indicators.Tests.Figures;

/// <summary>What holds for all series.</summary>
public sealed class SeriesLawTests
{
    static Gen<decimal> Amount => Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 100m);

    static Gen<(Period Period, decimal Amount)[]> Year => Gen.ArrayOf(Amount, 12).Select(a => a.Select((x, at) => (Period.Of(PeriodType.Month, 2024, at + 1), x)).ToArray());

    static Gen<Figure> AnyFigure =>
        from entity in Gen.Choose(1, 3) from number in Gen.Choose(1, 4) from time in Gen.Choose(0, 5) from mark in Gen.Choose(1, 1000000) from value in Amount
        select new Figure(new(1, entity, Period.Of(PeriodType.Quarter, 2024, number)), DateTimeOffset.UnixEpoch.AddSeconds(time), mark, 0, 1, FigureStatus.Final, Comparator.Eq, value, null, null, null, null);

    [Fact]
    public void PeriodsAndYearToDate_EachFromTheOther_AreInverse() => Prop.ForAll(Year.ToArbitrary(), year =>
    {
        var fromPeriods = SeriesLine.Of(year.Select(y => (y.Period, new Values(y.Amount, null))), TimeAccumulation.Sum);
        var fromTotals = SeriesLine.Of(fromPeriods.Select(p => (new Period(p.Key), new Values(null, p.Value.YearToDate))), TimeAccumulation.Sum);
        return fromTotals.SequenceEqual(fromPeriods) && fromPeriods.Values[^1].YearToDate == year.Sum(y => y.Amount);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Line_MixedPeriodsAndTotals_IsTheSameAsFromPeriods() => Prop.ForAll(Year.ToArbitrary(), Gen.ListOf(Gen.Elements(true, false), 12).ToArbitrary(), (year, totals) =>
    {
        var whole = SeriesLine.Of(year.Select(y => (y.Period, new Values(y.Amount, null))), TimeAccumulation.Sum);
        var mixed = SeriesLine.Of(year.Select((y, at) => (y.Period, totals[at] ? new Values(null, whole[y.Period.Code].YearToDate) : new Values(y.Amount, null))), TimeAccumulation.Sum);
        return mixed.SequenceEqual(whole);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void State_ToldInAnyOrderAndTwice_IsTheSame() => Prop.ForAll(Gen.ListOf(AnyFigure).ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), (told, seed) =>
    {
        var figures = told.DistinctBy(f => (f.Cell, f.KnownAt, f.Mark)).ToArray();
        var shuffled = figures.Concat(figures).ToArray();
        new Random(seed).Shuffle(shuffled);
        var (one, other) = (FigureState.Of(figures).Current, FigureState.Of(shuffled).Current);
        return one.Count == other.Count && one.All(f => other[f.Key] == f.Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Line_GapBeforeAYearToDate_IsNotGuessed()
    {
        var line = SeriesLine.Of([(Period.Of(PeriodType.Month, 2024, 1), new(1, null)), (Period.Of(PeriodType.Month, 2024, 3), new(null, 6))], TimeAccumulation.Sum);

        Assert.Equal(new Values(null, 6), line[2024103]);
    }
}
