using System.Text.RegularExpressions;
using Shouldly;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Tests.Papers;

/// <summary>What the sentences read like, in both languages.</summary>
public sealed class SentenceTests
{
    public static TheoryData<PaperKind> Kinds => [.. Enum.GetValues<PaperKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void English_Numbers_StandApartFromTheirUnitsInTheRightForm(PaperKind kind)
    {
        var text = Text(kind, "en");

        Regex.Matches(text, @"\d(tasks?|units?|reports?|cases?|days?|times?|quantit)", RegexOptions.NonBacktracking).ShouldBeEmpty(text);
        Regex.Matches(text, @"\b1 (tasks|units|reports|cases|days|times|quantities)\b", RegexOptions.None, TimeSpan.FromSeconds(1)).ShouldBeEmpty(text);
        Regex.Matches(text, @"[a-z]\.[A-Z]", RegexOptions.NonBacktracking).ShouldBeEmpty(text);
        text.ShouldNotContain("(一)");
    }

    [Theory]
    [InlineData(1, "1st")]
    [InlineData(2, "2nd")]
    [InlineData(3, "3rd")]
    [InlineData(4, "4th")]
    [InlineData(11, "11th")]
    [InlineData(12, "12th")]
    [InlineData(21, "21st")]
    [InlineData(112, "112th")]
    [InlineData(103, "103rd")]
    public void Rank_InEnglish_IsAnOrdinal(int rank, string read)
    {
        $"{rank}{Sample.Words("en").Rank(rank)}".ShouldBe(read);
        Sample.Words().Rank(rank).ShouldBe("位");
    }

    [Fact]
    public void Day_InEachLanguage_IsWrittenAsThere()
    {
        Sample.Words().Day(new(2024, 4, 10)).ShouldBe("2024年4月10日");
        Sample.Words("en").Day(new(2024, 4, 10)).ShouldBe("10 April 2024");
    }

    [Theory]
    [InlineData("东莞GDP", "东莞GDP ")]
    [InlineData("完成工业投资", "完成工业投资")]
    [InlineData("", "")]
    public void BeforeNumber_ALatinEnd_IsSetApart(string label, string read) => Texts.BeforeNumber(label).ShouldBe(read);

    [Fact]
    public void Ranking_OfAllUnits_DoesNotSayThatItIsAPart()
    {
        var titles = Sample.Paper(Sample.Quarter(), PaperKind.LeagueTable).Blocks.OfType<Table>().Select(t => t.Title).ToList();

        titles.ShouldAllBe(t => !t.Contains("列前"));
        titles[0].ShouldContain("共9个");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Figures_InTheirText_ComeInTheOrderOfTheirMarks(PaperKind kind)
    {
        var paper = Sample.Paper(Sample.Quarter(), kind, kind switch { PaperKind.Scorecard => "units/education", PaperKind.Portfolio => "people/leader-1", _ => "" });
        var said = paper.Blocks.SelectMany(b => b switch { Paragraph p => p.Inlines, Table t => t.Rows.SelectMany(r => r), _ => [] })
            .Select(i => i switch { Quote quote => quote.Figure, Suite.Reporting.Papers.Cell cell => cell.Figure, _ => null }).OfType<Figure>().Select(f => f.Ordinal).Distinct().ToList();

        said.ShouldBe(said.Order());
    }

    [Fact]
    public void MeetingList_WithNothingBehind_SaysSoInsteadOfAnEmptyTable()
    {
        var paper = Sample.Paper(Sample.Quarter() with { Accepted = [] }, PaperKind.MeetingList);

        paper.Blocks.OfType<Table>().ShouldAllBe(t => t.Rows.Count > 0);
        paper.Passages.ShouldContain(p => p.Key == "agenda.none");
    }

    [Fact]
    public void Portfolio_OfOneTask_IsShort()
    {
        var paper = Sample.Paper(Sample.Quarter(1), PaperKind.Portfolio, "people/leader-1");

        paper.Blocks.OfType<Chart>().ShouldBeEmpty();
        paper.Blocks.OfType<Heading>().Select(h => h.Text).ShouldNotContain(h => h.Contains("各牵头单位情况"));
        Sample.Paper(Sample.Quarter(), PaperKind.Portfolio, "people/leader-1").Blocks.OfType<Chart>().ShouldNotBeEmpty();
    }

    static string Text(PaperKind kind, string language) => string.Join('\n', Sample.Paper(
            Sample.Quarter(), kind, kind switch { PaperKind.Scorecard => "units/education", PaperKind.Portfolio => "people/leader-1", _ => "" }, language)
        .Blocks.Select(b => b switch { Heading h => h.Text, Paragraph p => Passages.Text(p.Inlines), _ => "" }));
}
