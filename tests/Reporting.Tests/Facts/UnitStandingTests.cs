using Shouldly;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Tests.Facts;

public sealed class UnitStandingTests
{
    static readonly QuarterFacts Quarter = Sample.Quarter().Quarter(2);

    [Fact]
    public void Ranked_EqualPoints_StandInTheOrderOfWhatWasDone()
    {
        var byWork = UnitStanding.Ranked(Quarter);

        var equal = UnitStanding.Ranked(Scored(_ => 100));

        byWork.Select(u => u.Rank).Distinct().Count().ShouldBeGreaterThan(3);
        equal.Select(u => (u.Unit.Unit, u.Rank)).ShouldBe(byWork.Select(u => (u.Unit.Unit, u.Rank)));
    }

    [Fact]
    public void Ranked_MorePoints_StandsBeforeWhoeverDidMore()
    {
        var last = UnitStanding.Ranked(Quarter)[^1].Unit.Unit;

        var first = UnitStanding.Ranked(Scored(unit => unit == last ? 100 : 99.5m))[0];

        (first.Unit.Unit, first.Rank, first.Points).ShouldBe((last, 1, 100));
    }

    [Fact]
    public void Ranked_UnitWithoutPoints_StandsBehindThoseThatHaveSome()
    {
        var first = UnitStanding.Ranked(Quarter)[0].Unit.Unit;
        var scored = Scored(_ => 0);

        var ranked = UnitStanding.Ranked(scored with { Sheet = Sheet([.. scored.Sheet!.Scores.Where(s => s.Unit != first)]) });

        ranked[^1].Unit.Unit.ShouldBe(first);
    }

    static QuarterFacts Scored(Func<string, decimal> points) => Quarter with
    {
        Sheet = Sheet([.. UnitStanding.Ranked(Quarter).Select(u => new UnitScore(u.Unit.Unit, points(u.Unit.Unit), "supervisionRules/score-1", Town: false))]),
    };

    static OfficeSheet Sheet(IReadOnlyList<UnitScore> scores) => new() { Plan = Quarter.Plan.Name, Quarter = 2, Time = Sample.Now, DueDate = null, Scores = scores };
}
