using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Tests.Progress;

public sealed class ReportDifferenceTests
{
    static readonly Gen<string> Texts = Gen.Elements("", "甲", "乙");

    static readonly Gen<ReportedFigure> Figures =
        from ordinal in Gen.Choose(1, 4) from period in Gen.Choose(0, 2) from total in Gen.Choose(0, 2) from note in Texts
        select new ReportedFigure(ordinal, period, total, note);

    static readonly Gen<ReportContent> Contents =
        from narrative in Texts from difficulties in Texts from next in Texts from figures in Figures.ListOf()
        select new ReportContent(narrative, difficulties, next, [.. figures.DistinctBy(f => f.Ordinal)]);

    [Fact]
    public void Between_TwoContents_IsTheMirrorOfTheOtherWayRound() =>
        Prop.ForAll(Contents.Zip(Contents).ToArbitrary(), pair =>
            ReportDifference.Between(pair.Item1, pair.Item2).Select(d => (d.Field, d.Before, d.After)).ToHashSet()
                .SetEquals(ReportDifference.Between(pair.Item2, pair.Item1).Select(d => (d.Field, d.After, d.Before)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_TwoContents_SaysWhatEachOfThemSays() =>
        Prop.ForAll(Contents.Zip(Contents).ToArbitrary(), pair => ReportDifference.Between(pair.Item1, pair.Item2).All(d =>
            ReportDifference.Read(pair.Item1, d.Field) == d.Before && ReportDifference.Read(pair.Item2, d.Field) == d.After)).QuickCheckThrowOnFailure();

    [Fact]
    public void Between_TheSame_IsEmpty() =>
        Prop.ForAll(Contents.ToArbitrary(), content => ReportDifference.Between(content, content with { Figures = [.. content.Figures] }).Count == 0)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Between_AFigureAdded_NamesItsCommitment() =>
        ReportDifference.Between(ReportContent.Empty, ReportContent.Empty with { Figures = [new(3, 1.50m, 4, "")] }).ShouldBe(
        [
            new("figures[commitments/3].period_value", "", "1.5", 3), new("figures[commitments/3].year_to_date_value", "", "4", 3),
        ]);
}
