using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Assignments;
using Suite.Tasks.Lights;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Rules;
using Suite.Tasks.Scores;
using Suite.Tasks.Tests.Progress;

namespace Suite.Tasks.Tests.Scores;

public sealed class ScoreLawTests
{
    static readonly ReportName Report = new(new TaskName("p", 1), "humen", 1);
    static readonly DateOnly Due = new(2024, 4, 15);

    [Fact]
    public void OfReport_NotThere_IsMissingFromTheDayAfterItsDay()
    {
        Law(Due).OfReport([Owed(null)]).ShouldBeEmpty();
        Law(Due.AddDays(1)).OfReport([Owed(null)]).ShouldBe([Line(ScoreReason.Missing, -10)]);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(5, -5)]
    [InlineData(6, -5)]
    [InlineData(200, -5)]
    public void OfReport_SomeDaysLate_CostsAPointADayUpToFive(int days, int points) =>
        Law(new(2025, 1, 1)).OfReport([Owed(Due.AddDays(days))]).Sum(l => l.Points).ShouldBe(points);

    [Fact]
    public void OfReport_ReturnedAndLateAgain_CostsBoth() => Law(new(2025, 1, 1))
        .OfReport([Owed(Due.AddDays(-1)), Owed(Due.AddDays(2), round: 1), Owed(null, round: 2)])
        .ShouldBe([Line(ScoreReason.Returned, -2), Line(ScoreReason.Late, -2, 2), Line(ScoreReason.Returned, -2), Line(ScoreReason.Missing, -10)]);

    [Fact]
    public void OfFigures_Beaten_BringAPointEachUpToTheMost()
    {
        var gaps = Enumerable.Range(1, 8).Select(n => (Report, new Gap(Some.Due(100, [1], ordinal: n), 100, 120, -20)));
        Law(Due).OfFigures(gaps).Select(l => (l.Commitment, l.Points)).ShouldBe([(1, 1m), (2, 1m), (3, 1m), (4, 1m), (5, 1m)]);
        Law(Due).OfFigures([(Report, new(Some.Due(100, [1]), 100, 110, -10))]).ShouldBeEmpty();
    }

    [Fact]
    public void OfReport_AsTimeGoesOn_NeverCostsLessUntilItIsThere() => Prop.ForAll(Gen.Choose(-30, 30).ToArbitrary(), Gen.Choose(-30, 30).ToArbitrary(), (one, other) =>
        Law(Due.AddDays(Math.Max(one, other))).OfReport([Owed(null)]).Sum(l => l.Points)
            <= Law(Due.AddDays(Math.Min(one, other))).OfReport([Owed(null)]).Sum(l => l.Points)).QuickCheckThrowOnFailure();

    [Fact]
    public void OfReport_Contribution_CountsOnlyByARuleThatSaysSo()
    {
        Obligation[] owed = [Owed(Due.AddDays(3)) with { Role = AssignmentRole.Support }, Owed(null, round: 1) with { Role = AssignmentRole.Support }];
        Law(new(2025, 1, 1)).OfReport(owed).Sum(l => l.Points).ShouldBe(0);
        var rule = ScoreRule.First with { ContributionMissing = 3, ContributionReturned = 1, ContributionLateDay = 0.5m, ContributionLateMost = 1 };
        (ScoreRule.First.CountsContributions, rule.CountsContributions).ShouldBe((false, true));
        new ScoreLaw(new(2, rule), t => DateOnly.FromDateTime(t.DateTime), new(2025, 1, 1)).OfReport(owed).Select(l => (l.Reason, l.Points))
            .ShouldBe([(ScoreReason.Late, -1m), (ScoreReason.Returned, -1m), (ScoreReason.Missing, -3m)]);
    }

    [Fact]
    public void Points_MoreOffThanThere_AreZero() =>
        new Score("humen", "虎门镇", 100, 1, [.. Enumerable.Repeat(Line(ScoreReason.Missing, -10), 11)]).Points.ShouldBe(0);

    static ScoreLaw Law(DateOnly today) => new(new(1, ScoreRule.First), t => DateOnly.FromDateTime(t.DateTime), today);

    static ScoreLine Line(ScoreReason reason, decimal points, int days = 0) => new(reason, Report, 0, days, points, 1);

    static Obligation Owed(DateOnly? met, int round = 0) => new(
        new(round == 0 ? ObligationKind.Report : ObligationKind.Resubmit, Report.Task, Report.Unit, Report.Period, round), "虎门镇", Due,
        met is { } day ? new DateTimeOffset(day.ToDateTime(new(9, 0)), TimeSpan.Zero) : null);
}
