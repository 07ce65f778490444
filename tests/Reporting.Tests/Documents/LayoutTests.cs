using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;
using Suite.Reporting.Documents;
using Suite.Reporting.Papers;
using Column = Suite.Reporting.Papers.Column;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = Suite.Reporting.Papers.Run;
using Table = Suite.Reporting.Papers.Table;

namespace Suite.Reporting.Tests.Documents;

/// <summary>How tables are laid out on paper: what a reader stumbles over is measured here.</summary>
public sealed class LayoutTests
{
    /// <summary>Of the text of a page that stands upright, and the size of letters in tables, in twentieths of a point.</summary>
    const int PageWidth = 8844;

    const int Em = 220;

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void Write_HeadsAndNumbers_AreBrokenNowhere(string language)
    {
        foreach (var kind in Enum.GetValues<PaperKind>())
        {
            using var opened = Open(kind, language);
            foreach (var (table, width, text) in Cells(opened).Where(c => Regex.IsMatch(c.Text, @"^[0-9.\-]+$", RegexOptions.NonBacktracking)))
                width.ShouldBeGreaterThan((int)(text.Length * Em * 0.45), $"{kind} {text} in {table.InnerText[..Math.Min(60, table.InnerText.Length)]}");
            foreach (var (_, width, head) in Heads(opened).Where(h => h.Text.All(char.IsAsciiLetter)))
                width.ShouldBeGreaterThan((int)(head.Length * Em * 0.4), $"{kind} {head}");
        }
    }

    [Fact]
    public void Write_NarrowColumns_HaveTheirHeadsInOneLine()
    {
        using var opened = Open(PaperKind.Bulletin);

        var heads = Heads(opened).Where(h => h.Text is "本季应推进" or "审核通过" or "已签收" or "名次").ToList();
        heads.Count.ShouldBeGreaterThan(4);
        heads.ShouldAllBe(h => h.Width >= (h.Text.Length * Em) + 90);
    }

    [Fact]
    public void Write_NoRoomForHeads_BreaksThemOnceAndLeavesTheTextsTheirs()
    {
        var columns = Enumerable.Range(1, 9).Select(_ => new Column("完成年度目标")).Append(new Column("指标", Centred: false)).ToList();
        var widths = Laid(new("", columns, [[.. Enumerable.Range(1, 9).Select(_ => (Inline)new Run("1")), new Run(new string('长', 30))]]));

        widths.Take(9).ShouldAllBe(w => w >= 3 * Em);
        widths[9].ShouldBeGreaterThan(5 * Em);
    }

    [Fact]
    public void Write_LongAndShortTexts_ShareTheRoomByTheirLength()
    {
        Inline[] row = [new Run("1"), new Run(new string('长', 80)), new Run("市教育局"), new Run(new string('短', 20))];
        var widths = Laid(new("", [new("序号"), new("问题", Centred: false), new("单位", Centred: false), new("打算", Centred: false)], [row, row]));

        widths[1].ShouldBeGreaterThan(2 * widths[3]);
        widths[2].ShouldBeGreaterThan(4 * Em, "a short text stands in one line");
        widths[0].ShouldBeLessThan(4 * Em);
    }

    [Fact]
    public void Write_AnyTable_FillsTheWidthOfThePage() => Prop.ForAll<NonEmptyArray<byte[]>>(drawn =>
    {
        var count = Math.Min(12, drawn.Get.Max(r => r.Length) + 1);
        var rows = drawn.Get.Select(r => (IReadOnlyList<Inline>)[.. Enumerable.Range(0, count).Select(at => (Inline)new Run(at < r.Length ? Words(r[at]) : ""))]).ToList();
        var widths = Laid(new("", [.. Enumerable.Range(0, count).Select(at => new Column(Words((byte)(at * 3)), Centred: at % 2 == 0))], rows));

        return widths.Sum() == PageWidth && widths.All(w => w > 0);

        static string Words(byte seed) => (seed % 3) switch { 0 => new string('文', seed), 1 => new string('W', seed), _ => seed.ToString(CultureInfo.InvariantCulture) };
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_NoReportQuoted_HasNoColumnsForSignatures()
    {
        using var opened = Open(PaperKind.LeagueTable);

        opened.Tables[^1].Elements<TableRow>().ShouldAllBe(r => r.Elements<TableCell>().Count() == 2);
    }

    [Fact]
    public void Write_EveryRowOfTheSameUnit_HasNoColumnForIt()
    {
        using var card = Open(PaperKind.Scorecard);
        using var brief = Open(PaperKind.Portfolio);

        Heads(card).Select(h => h.Text).ShouldNotContain("牵头单位");
        Heads(brief).Count(h => h.Text == "牵头单位").ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData(PaperKind.Scorecard)]
    [InlineData(PaperKind.LeagueTable)]
    [InlineData(PaperKind.MeetingList)]
    public void Write_TheEndOfTheText_StaysWithTheSignature(PaperKind kind)
    {
        using var opened = Open(kind);
        var before = opened.Body.Elements<Paragraph>().TakeWhile(p => p.InnerText != "附件：数据来源").Last(p => p.ParagraphProperties?.ParagraphStyleId?.Val != "Closing");

        before.ParagraphProperties!.KeepNext.ShouldNotBeNull();
    }

    [Fact]
    public void Write_NobodyIsAddressed_LeavesNoEmptyLine()
    {
        using var opened = Open(PaperKind.Scorecard);

        opened.Body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val == "Salutation").ShouldBeEmpty();
        using var bulletin = Open(PaperKind.Bulletin);
        bulletin.Lines.ShouldContain("各有关单位：");
    }

    static Opened Open(PaperKind kind, string language = "zh-CN") => new(DocxWriter.Write(Sample.Paper(
        Sample.Quarter(), kind, kind switch { PaperKind.Scorecard => "units/education", PaperKind.Portfolio => "people/leader-1", _ => "" }, language)));

    /// <summary>The widths of a table's columns in a document of nothing else.</summary>
    static List<int> Laid(Table table)
    {
        using var opened = new Opened(DocxWriter.Write(Sample.Bulletin(Sample.Quarter()) with { Blocks = [table] }));
        return Widths(opened.Tables[0]);
    }

    static List<int> Widths(DocumentFormat.OpenXml.Wordprocessing.Table table) => [.. table.Descendants<GridColumn>().Select(c => int.Parse(c.Width!.Value!, CultureInfo.InvariantCulture))];

    static IEnumerable<(DocumentFormat.OpenXml.Wordprocessing.Table Table, int Width, string Text)> Cells(Opened opened) =>
        from table in opened.Tables.SkipLast(1)
        let widths = Widths(table)
        from row in table.Elements<TableRow>().Skip(1)
        from cell in row.Elements<TableCell>().Index()
        select (table, widths[cell.Index], cell.Item.InnerText);

    static IEnumerable<(DocumentFormat.OpenXml.Wordprocessing.Table Table, int Width, string Text)> Heads(Opened opened) =>
        from table in opened.Tables.SkipLast(1)
        let widths = Widths(table)
        from cell in table.Elements<TableRow>().First().Elements<TableCell>().Index()
        select (table, widths[cell.Index], cell.Item.InnerText);
}
