using Shouldly;
using Suite.TableFiles.Workbooks;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Documents;

public sealed class WorkbookTests
{
    private static readonly string S = OfficeFile.SheetNamespaces;

    private static string[] Shown(string sheet, params ReadOnlySpan<(string, string)> more) => Blocks.Shown(OfficeFile.Workbook([("表", "", sheet)], more));

    private static string Row(int row, params string[] cells) =>
        $"<row r='{row}'>{string.Concat(cells.Select((c, i) => c.Length == 0 ? "" : $"<c r='{(char)('A' + i)}{row}' t='inlineStr'><is><t>{c}</t></is></c>"))}</row>";

    [Fact]
    public void Read_KindsOfStrings_AreAllRead()
    {
        var strings = $"<sst {S}><si><t>甲&lt;b&gt;</t></si><si><r><rPr><b/></rPr><t>一季度：</t></r><r><t xml:space='preserve'>选址\n后_x000D_</t></r><rPh><t>ignored</t></rPh></si></sst>";
        Shown("<sheetData><row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='str'><f>A1</f><v>式</v></c><c t='b'><v>1</v></c><c t='e'><v>#N/A</v></c><c t='inlineStr'><is><t>内</t></is></c></row></sheetData>",
            ("sharedStrings", strings)).ShouldBe(["|0 甲<b>|1 *一季度：*选址¶后|2 式|3 TRUE|4 #N/A|5 内|"]);
    }

    [Fact]
    public void Read_MergedCells_AreKeptOnTheGrid() =>
        Shown("<sheetData>" + Row(1, "二〇二四年任务表") + Row(3, "任务", "季度", "", "领导") + Row(4, "", "一", "二") + Row(7, "甲", "1", "2", "张") + Row(8, "藏", "3", "4", "张") + Row(9, "藏") + Row(10, "乙", "5")
            + "</sheetData><mergeCells><mergeCell ref='A1:XFD1'/><mergeCell ref='A3:A4'/><mergeCell ref='B3:C3'/><mergeCell ref='D3:D4'/><mergeCell ref='A7:A9'/><mergeCell ref='B10:D1048576'/></mergeCells>")
            .ShouldBe(["二〇二四年任务表", "|0[1x2] 任务|1[2x1] 季度|3[1x2] 领导|", "|1 一|2 二|", "|0[1x2] 甲|1 1|2 2|3 张|", "|1 3|2 4|3 张|", "|0 乙|1[3x1] 5|"]);

    [Fact]
    public void Read_SeveralSheets_ComeInOrderAndHiddenOnesAreNoticed()
    {
        var file = Blocks.Read(OfficeFile.Workbook(
        [
            ("一", "", "<sheetData>" + Row(1, "甲", "乙") + "</sheetData>"), ("二", "hidden", "<sheetData>" + Row(1, "藏", "藏") + "</sheetData>"),
            ("三", "", "<cols><col min='2' max='2' hidden='1'/></cols><sheetData>" + Row(1, "丙", "丁") + "<row r='2' hidden='1'><c t='str'><v>戊</v></c></row></sheetData>"),
        ]));
        Blocks.Show(file.Document).ShouldBe(["|0 甲|1 乙|", "|0 丙|1 丁|", "|0 戊|"]);
        file.Notices.Select(n => n.Code).Distinct().ShouldBe([DiagnosticCode.ContentHidden]);
        file.Notices.Count.ShouldBe(3);
    }

    [Fact]
    public void Read_SharedStringOutOfRange_IsRefusedWithItsRow()
    {
        var refused = Should.Throw<PlanFormatException>(() => Shown("<sheetData><row r='5'><c t='s'><v>7</v></c></row></sheetData>"));
        (refused.Reason, refused.Line).ShouldBe((PlanFormatReason.Damaged, 5));
    }

    [Fact]
    public void Read_StyledNumbers_AreReadAsShown()
    {
        var styles = $"<styleSheet {S}><numFmts><numFmt numFmtId='164' formatCode='#,##0.00&quot;亿元&quot;'/></numFmts><fonts><font/><font><b/></font></fonts>"
            + "<cellXfs><xf numFmtId='0' fontId='0'/><xf numFmtId='164' fontId='1'/><xf numFmtId='10' fontId='0'/><xf numFmtId='31' fontId='0'/></cellXfs></styleSheet>";
        Shown("<sheetData><row><c><v>1</v></c><c s='1'><v>1234.5</v></c><c s='2'><v>0.085</v></c><c s='3'><v>45352</v></c><c s='99'><v>0.1</v></c></row></sheetData>", ("styles", styles))
            .ShouldBe(["|0 1|1 *1,234.50亿元*|2 8.50%|3 2024年3月1日|4 0.1|"]);
    }

    [Theory]
    [InlineData("General", 0.30000000000000004, "0.3")]
    [InlineData("General", 1E+20, "1E+20")]
    [InlineData("0", 2.5, "3")]
    [InlineData("0", -0.2, "0")]
    [InlineData("#,##0", -1234567.0, "-1,234,567")]
    [InlineData("0.0%", 0.1256, "12.6%")]
    [InlineData("#.##", 0.5, ".5")]
    [InlineData("0.0,,\"百万\"", 12345678.0, "12.3百万")]
    [InlineData("[Red](0.00);[Blue]-0.0;\"零\"", 0.0, "零")]
    [InlineData("0;(0)", -7.0, "(7)")]
    [InlineData("[$￥-804]#,##0.00", 1200.0, "￥1,200.00")]
    [InlineData("# ?/?", 0.5, "0.5")]
    [InlineData("yyyy/m/d", 45352.0, "2024/3/1")]
    [InlineData("yyyy-mm-dd hh:mm:ss", 45352.75, "2024-03-01 18:00:00")]
    [InlineData("h:mm AM/PM", 0.5625, "1:30 PM")]
    [InlineData("[h]:mm", 1.25, "30:00")]
    [InlineData("aaa", 45352.0, "aaa")]
    [InlineData("yyyy\"年\"m\"月\"", 45352.0, "2024年3月")]
    [InlineData("m\"月\"d\"日\"dddd", 45352.0, "3月1日星期五")]
    [InlineData("yyyy", -1.0, "-1")]
    [InlineData("\"", 3.0, "")]
    [InlineData("[", 3.0, "")]
    public void Show_CommonFormats_AreShownAsInASheet(string code, double number, string shown) => NumberFormat.Read(code).Show(number, is1904: false).ShouldBe(shown);

    [Fact]
    public void Show_DaysFrom1904_CountFromThere() => NumberFormat.Read("yyyy/m/d").Show(43890, is1904: true).ShouldBe("2024/3/1");
}
