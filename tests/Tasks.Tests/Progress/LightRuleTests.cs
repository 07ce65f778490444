using Shouldly;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Tests.Progress;

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

    static Light? Suggest(int quarter, TaskCommitment commitment, decimal period, decimal total) =>
        LightRule.First.Suggest(quarter, [(commitment, new ReportedFigure(1, period, total, ""))]);
}
