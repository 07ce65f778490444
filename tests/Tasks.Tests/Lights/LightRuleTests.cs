using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Lights;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Tests.Progress;

namespace Suite.Tasks.Tests.Lights;

public sealed class LightRuleTests
{
    [Theory]
    [InlineData(280, Light.Green)]
    [InlineData(252, Light.Green)] // exactly 10 % missing
    [InlineData(251, Light.Yellow)]
    [InlineData(196, Light.Yellow)] // exactly 30 % missing
    [InlineData(195, Light.Red)]
    [InlineData(400, Light.Green)]
    public void Suggest_AmountOfTheQuarter_ByWhatIsMissing(int reported, Light expected) =>
        Suggest(1, Some.Due(280, [1], Accumulation.InPeriod), reported, reported).ShouldBe(expected);

    [Fact]
    public void Suggest_CumulativeCommitment_ComparesYearToDate() =>
        Suggest(2, Some.Due(100, [2]), period: 20, total: 100).ShouldBe(Light.Green);

    [Theory]
    [InlineData(1, 350, Light.Green)]
    [InlineData(1, 300, Light.Yellow)]
    [InlineData(3, 700, Light.Red)]
    [InlineData(4, 1400, Light.Green)]
    public void Suggest_OnlyTheYearIsPromised_ComparesWithTheTimeProportionalPlan(int quarter, int total, Light expected) =>
        Suggest(quarter, Some.Annual(1400), total, total).ShouldBe(expected);

    [Fact]
    public void Suggest_AtMost_MoreIsWorse()
    {
        Suggest(4, Some.Annual(100, Accumulation.Undetermined, Comparator.Le), 90, 90).ShouldBe(Light.Green);
        Suggest(4, Some.Annual(100, Accumulation.Undetermined, Comparator.Le), 120, 120).ShouldBe(Light.Yellow);
    }

    [Fact]
    public void Suggest_RatioBeforeItIsDue_SaysNothing() => Suggest(1, Some.Annual(80, Accumulation.Undetermined), 10, 10).ShouldBeNull();

    [Fact]
    public void Suggest_OtherQuartersCommitment_SaysNothing() => Suggest(1, Some.Due(100, [3]), 0, 0).ShouldBeNull();

    [Fact]
    public void Suggest_SeveralFigures_TheWorstDecides() =>
        LightRule.First.Suggest(1, [(Some.Due(100, [1]), new(1, 100, 100, "")), (Some.Due(100, [1]), new(2, 10, 10, ""))]).ShouldBe(Light.Red);

    [Fact]
    public void OfGap_AnyRule_IsMonotoneInTheGap() => Prop.ForAll(Rules(), Percents(), Percents(), (rule, one, other) =>
        Severity(rule.OfGap(Math.Max(one, other))) >= Severity(rule.OfGap(Math.Min(one, other)))).QuickCheckThrowOnFailure();

    [Fact]
    public void OfGap_AnyRule_ItsLimitsStillCountAsTheBetterLight() => Prop.ForAll(Rules(), rule =>
    {
        const decimal step = 0.0001m;
        rule.OfGap(rule.YellowAbove).ShouldBe(Light.Green);
        rule.OfGap(rule.RedAbove).ShouldBe(rule.RedAbove == rule.YellowAbove ? Light.Green : Light.Yellow);
        rule.OfGap(rule.YellowAbove + step).ShouldBe(rule.RedAbove == rule.YellowAbove ? Light.Red : Light.Yellow);
        rule.OfGap(rule.RedAbove + step).ShouldBe(Light.Red);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Suggest_Overdue_IsRedWhereTheRuleSaysSo()
    {
        LightRule.First.Suggest(worstGap: 0, overdue: true).ShouldBe(Light.Red);
        LightRule.First.Suggest(worstGap: null, overdue: false).ShouldBeNull();
        (LightRule.First with { OverdueIsRed = false }).Suggest(worstGap: 0, overdue: true).ShouldBe(Light.Green);
    }

    [Fact]
    public void Suggest_TinyAmountDue_GivesALightAllTheSame() =>
        Suggest(1, Some.Due(0.0000000001m, [1]), -999_999_999_999_999_999m, -999_999_999_999_999_999m).ShouldBe(Light.Red);

    static Arbitrary<LightRule> Rules() =>
        (from yellow in Gen.Choose(0, 1000) from more in Gen.Choose(0, 1000 - yellow) select new LightRule(yellow / 10m, (yellow + more) / 10m, true)).ToArbitrary();

    static Arbitrary<decimal> Percents() => Gen.Choose(-20000, 20000).Select(n => n / 100m).ToArbitrary();

    static int Severity(Light? light) => (int)light.ShouldNotBeNull();

    static Light? Suggest(int quarter, TaskCommitment commitment, decimal period, decimal total) =>
        LightRule.First.Suggest(quarter, [(commitment, new ReportedFigure(1, period, total, ""))]);
}
