using Shouldly;
using Suite.Indicators.Definitions;
using Suite.Indicators.Judging;
using Suite.Indicators.Periods;

namespace Suite.Indicators.Tests.Judging;

public sealed class JudgingTests
{
    static readonly Definition Flow = new()
    {
        Id = "x", Name = "x", Unit = "亿元", Kind = IndicatorKind.Flow, PeriodType = PeriodType.Quarter, Accumulation = TimeAccumulation.Sum, Aggregation = Aggregation.Sum,
    };

    static readonly LightRule Limits = LightRule.First(DateTimeOffset.UnixEpoch);

    [Theory]
    [InlineData(2, 50, SuggestedLight.Green)]
    [InlineData(2, 39, SuggestedLight.Yellow)]
    [InlineData(2, 19, SuggestedLight.Red)]
    [InlineData(2, 100, SuggestedLight.Blue)]
    [InlineData(4, 99, SuggestedLight.Green)]
    public void Of_Flow_IsMeasuredByTheTimeGone(int quarter, int value, SuggestedLight light) =>
        Judge.Of(Flow, Period.Of(PeriodType.Quarter, 2024, quarter), value, new(100, false), null, Limits).Light.ShouldBe(light);

    [Fact]
    public void Of_OtherLimits_IsAnotherLight() => Judge.Of(Flow, Period.Of(PeriodType.Quarter, 2024, 2), 39, new(100, false), null, new()
    {
        Version = 2, Yellow = 2, Red = 10, Since = default, Why = "", Author = "", Time = default,
    }).Light.ShouldBe(SuggestedLight.Red);

    [Fact]
    public void Of_AtMost_TooMuchTooSoonIsBehind() =>
        Judge.Of(Flow, Period.Of(PeriodType.Quarter, 2024, 2), 85, new(100, true), null, Limits).ShouldSatisfyAllConditions(j => j.Gap.ShouldBe(35), j => j.Light.ShouldBe(SuggestedLight.Red));

    [Fact]
    public void Of_Band_InsideIsGreen()
    {
        var band = Flow with { Direction = Direction.Band, BandLow = 90, BandHigh = 110 };
        Judge.Of(band, Period.Of(PeriodType.Quarter, 2024, 1), 100, null, null, Limits).Light.ShouldBe(SuggestedLight.Green);
        Judge.Of(band, Period.Of(PeriodType.Quarter, 2024, 1), 120, null, null, Limits).Light.ShouldBe(SuggestedLight.Yellow);
    }

    [Fact]
    public void Forecast_YearsOfOneShape_AllMethodsAgreeWithoutError()
    {
        // Each year ten percent more than the last, always in the same shares: 10, 20, 30, 40 % of the year.
        var at = new YearForecasts(p => p.Year is >= 2019 and <= 2024 && (p.Year < 2024 || p.Number <= 2) ? 100m * Power(p.Year - 2019) * Share(p.Number) : null)
            .At(Period.Of(PeriodType.Quarter, 2024, 2));

        var best = at[0];
        best.ShouldSatisfyAllConditions(f => f.Value.ShouldBe(161.051m, 0.0001m), f => f.Error!.Value.ShouldBe(0, 0.0001m), f => f.Tried.ShouldBeGreaterThan(0));
        at.Select(f => f.Method).ShouldContain(ForecastMethod.SeasonalNaive);
        at.Last().Error!.Value.ShouldBeGreaterThan(1);

        static decimal Power(int years) => Enumerable.Repeat(1.1m, years).Aggregate(1m, (a, b) => a * b);

        static decimal Share(int quarter) => quarter * (quarter + 1) / 20m;
    }

    [Fact]
    public void Forecast_NothingBefore_SaysNothing() =>
        new YearForecasts(p => p.Year == 2024 && p.Number == 1 ? 5 : null).At(Period.Of(PeriodType.Quarter, 2024, 1)).ShouldBeEmpty();
}
