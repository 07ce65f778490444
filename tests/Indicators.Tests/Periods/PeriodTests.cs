using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Indicators.Periods;

namespace Suite.Indicators.Tests.Periods;

public sealed class PeriodTests
{
    public static Arbitrary<Period> Periods => (
        from type in Gen.Elements(Enum.GetValues<PeriodType>())
        from year in Gen.Choose(1950, 2199)
        from number in Gen.Choose(1, Period.PerYear(type))
        select Period.Of(type, year, number)).ToArbitrary();

    [Fact]
    public void Read_WhatItWrites_IsTheSame() =>
        Prop.ForAll(Periods, period => Period.Read(period.ToString()) == period).QuickCheckThrowOnFailure();

    [Fact]
    public void Next_ThenPrevious_IsTheSameAndLater() =>
        Prop.ForAll(Periods, period => period.Next.Previous == period && period.Next.Code > period.Code && period.Next.End > period.End && period.Plus(1) == period.Next)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Plus_ThereAndBack_IsTheSame() =>
        Prop.ForAll(Periods, Gen.Choose(-100, 100).ToArbitrary(), (period, count) => period.Plus(count).Plus(-count) == period).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2024-03", 2024103)]
    [InlineData("2024Q4", 2024204)]
    [InlineData("2024H2", 2024302)]
    [InlineData("2024", 2024401)]
    public void Read_EachType_HasItsCode(string text, int code) => Period.Read(text).ShouldBe(new Period(code));

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("2024-13")]
    [InlineData("2024-1")]
    [InlineData("2024Q5")]
    [InlineData("2024H0")]
    [InlineData("2024X1")]
    [InlineData("1948")]
    [InlineData("2024-０1")]
    public void Read_NoPeriod_IsNull(string text) => Period.Read(text).ShouldBeNull();

    [Fact]
    public void LastOf_LongerPeriod_IsTheOneThatEndsWithIt()
    {
        Period.Read("2024")!.Value.LastOf(PeriodType.Month).ShouldBe(Period.Read("2024-12"));
        Period.Read("2024H1")!.Value.LastOf(PeriodType.Quarter).ShouldBe(Period.Read("2024Q2"));
        Period.Read("2024-05")!.Value.LastOf(PeriodType.Quarter).ShouldBeNull();
    }
}
