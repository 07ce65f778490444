using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Tests.Progress;

public sealed class FigureRulesTests
{
    static readonly Gen<decimal> Amounts = Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 100m);

    [Fact]
    public void Complete_EitherValueEntered_DerivesTheOtherAsItsInverse() =>
        Prop.ForAll(Amounts.Zip(Amounts).ToArbitrary(), pair =>
        {
            var (before, period) = pair;
            var byPeriod = FigureRules.Complete(new(1, period, null, ""), Some.Annual(100), before, "f");
            var byTotal = FigureRules.Complete(new(1, null, byPeriod.YearToDateValue, ""), Some.Annual(100), before, "f");
            return byPeriod == byTotal && byPeriod.YearToDateValue == before + period;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Complete_QuarterAfterQuarter_YearToDateIsTheSumOfPeriods() =>
        Prop.ForAll(Amounts.ArrayOf(4).ToArbitrary(), periods =>
        {
            var total = 0m;
            foreach (var period in periods)
                total = FigureRules.Complete(new(1, period, null, ""), Some.Annual(100), total, "f").YearToDateValue;
            return total == periods.Sum();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Complete_BothValuesThatDisagree_RefusesWithBothShown()
    {
        var refused = Should.Throw<ProblemException>(() => FigureRules.Complete(new(1, 30, 90, ""), Some.Annual(100), before: 50, "report.figures[0]"));
        refused.Problem.Reason.ShouldBe(Reason.ContradictingFigure);
        refused.Message.ShouldContain("50");
        refused.Message.ShouldContain("80");
        refused.Message.ShouldContain("90");
    }

    [Fact]
    public void Complete_NothingEntered_NamesTheField() =>
        Should.Throw<ProblemException>(() => FigureRules.Complete(new(1, null, null, ""), Some.Annual(100), 0, "report.figures[3]"))
            .Problem.Violations.Single().Field.ShouldBe("report.figures[3]");

    [Fact]
    public void Complete_OnlyPeriodAfterAQuarterWithoutFigure_AsksForBoth() =>
        Should.Throw<ProblemException>(() => FigureRules.Complete(new(1, 5, null, ""), Some.Annual(100), before: null, "f"))
            .Problem.Reason.ShouldBe(Reason.InvalidField);

    [Fact]
    public void Complete_Ratio_DoesNotAddUp()
    {
        var figure = FigureRules.Complete(new(1, null, 80, ""), Some.Annual(80, Accumulation.Undetermined), before: 75, "f");
        (figure.PeriodValue, figure.YearToDateValue).ShouldBe((80m, 80m));
    }

    [Theory]
    [InlineData("完成投资", "累计完成投资", null, null, true)]
    [InlineData("完成投资", "新增企业", null, null, false)]
    [InlineData("完成投资", "完成投资", "一号线", "二号线", false)]
    public void SameSeries_ByMeasureAndWorkstream(string one, string other, string? oneStream, string? otherStream, bool same) =>
        FigureRules.SameSeries(Some.Due(1, [1], measure: one, workstream: oneStream), Some.Due(2, [2], measure: other, workstream: otherStream)).ShouldBe(same);
}
