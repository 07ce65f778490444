using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Tests.Progress;

public sealed class ReportPeriodTests
{
    static readonly Gen<ReportPeriod> Periods = Gen.Elements(Enum.GetValues<PeriodKind>().SelectMany(ReportPeriod.OfYear).ToArray());

    [Fact]
    public void Period_WrittenAndRead_IsTheSame() =>
        Prop.ForAll(Periods.ToArbitrary(), p => ReportPeriod.Parse(p.ToString()) == p && ReportPeriod.OfCode(p.Code) == p).QuickCheckThrowOnFailure();

    [Fact]
    public void QuartersEnding_OverAYear_AreEachOfThemOnce()
    {
        foreach (var kind in Enum.GetValues<PeriodKind>())
            ReportPeriod.OfYear(kind).SelectMany(p => p.QuartersEnding).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void Code_LaterPeriod_IsGreater() =>
        Prop.ForAll(Periods.Zip(Periods).ToArbitrary(), pair => pair.Item1.EndMonth >= pair.Item2.EndMonth || pair.Item1.Code < pair.Item2.Code).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("q1", 1)]
    [InlineData("h1", 2)]
    [InlineData("m4", 2)]
    [InlineData("m12", 4)]
    public void Quarter_IsTheOneItEndsIn(string period, int quarter) => ReportPeriod.Parse(period)!.Value.Quarter.ShouldBe(quarter);

    [Theory]
    [InlineData("q5")]
    [InlineData("h3")]
    [InlineData("m13")]
    [InlineData("q0")]
    [InlineData("m01")]
    [InlineData("x1")]
    [InlineData("")]
    [InlineData("q１")]
    [InlineData("m123")]
    public void Parse_NoPeriod_IsNull(string text) => ReportPeriod.Parse(text).ShouldBeNull();
}
