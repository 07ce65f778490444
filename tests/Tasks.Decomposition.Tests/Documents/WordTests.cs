using Shouldly;
using Xunit;

namespace Suite.Tasks.Decomposition.Tests.Documents;

public sealed class WordTests
{
    private static readonly string W = OfficeFile.WordNamespaces;

    private static string[] Shown(string body, params ReadOnlySpan<(string, string)> more) => Blocks.Shown(OfficeFile.Word(body, more));

    private static string P(string text) => $"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>";

    private static string Cell(string text, string properties = "") => $"<w:tc><w:tcPr>{properties}</w:tcPr>{P(text)}</w:tc>";

    [Fact]
    public void Read_Runs_GiveWordsAndWeight() =>
        Shown("<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一季</w:t></w:r><w:r><w:rPr><w:b w:val='1'/></w:rPr><w:t xml:space='preserve'>度： </w:t></w:r>"
            + "<w:r><w:rPr><w:b w:val='0'/></w:rPr><w:t>&lt;b&gt;选址&amp;amp;</w:t><w:tab/><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>c</w:t><w:br/><w:t>后</w:t></w:r></w:p>")
            .ShouldBe(["*一季度：*<b>选址&amp;a b-c", "后"]);

    [Fact]
    public void Read_TrackedChanges_AreTakenAsAccepted()
    {
        var file = Blocks.Read(OfficeFile.Word("<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>去</w:t></w:r></w:moveFrom>"
            + "<w:moveTo><w:r><w:t>来</w:t></w:r></w:moveTo></w:p><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>合</w:t></w:r></w:p>" + P("并")));
        Blocks.Show(file.Document).ShouldBe(["新来", "合并"]);
        file.Notices.ShouldHaveSingleItem().Code.ShouldBe(DiagnosticCode.ContentPassedOver);
    }

    [Fact]
    public void Read_FieldsLinksControlsAndBoxes_GiveWhatIsShown() =>
        Shown("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>码</w:t></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>7</w:t></w:r>"
            + "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink><w:fldSimple><w:r><w:t>域</w:t></w:r></w:fldSimple>"
            + "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>请填</w:t></w:r></w:sdtContent></w:sdt>"
            + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r></w:p>"
            + "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>" + P("框") + "</w:txbxContent></wps:txbx></mc:Choice>"
            + "<mc:Fallback><w:pict><v:textbox><w:txbxContent>" + P("框") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>外</w:t></w:r></w:p>")
            .ShouldBe(["7链域控", "框", "外"]);

    [Fact]
    public void Read_FieldNeverEnded_SwallowsOnlyItsParagraph() =>
        Shown("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>码</w:t></w:r></w:p>" + P("后")).ShouldBe(["后"]);

    [Fact]
    public void Read_Headings_HaveTheirLevel()
    {
        var styles = $"<w:styles {W}><w:style w:type='paragraph' w:styleId='1'><w:name w:val='heading 1'/></w:style><w:style w:type='paragraph' w:styleId='a'><w:name w:val='标题 2'/></w:style>"
            + "<w:style w:type='paragraph' w:styleId='b'><w:name w:val='正文'/><w:basedOn w:val='1'/></w:style>"
            + "<w:style w:type='paragraph' w:styleId='x'><w:basedOn w:val='y'/></w:style><w:style w:type='paragraph' w:styleId='y'><w:basedOn w:val='x'/></w:style></w:styles>";
        string Styled(string style, string more = "") => $"<w:p><w:pPr><w:pStyle w:val='{style}'/>{more}</w:pPr><w:r><w:t>题</w:t></w:r></w:p>";
        Shown(Styled("1") + Styled("a") + Styled("b") + Styled("x") + Styled("1", "<w:outlineLvl w:val='9'/>") + Styled("无", "<w:outlineLvl w:val='2'/>"), ("styles", styles))
            .ShouldBe(["# 题", "## 题", "# 题", "题", "题", "### 题"]);
    }

    [Fact]
    public void Read_NumbersWordShows_AreRead()
    {
        var numbering = $"<w:numbering {W}><w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/><w:lvlText w:val='%1、'/></w:lvl>"
            + "<w:lvl w:ilvl='1'><w:start w:val='3'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.%2.'/></w:lvl></w:abstractNum>"
            + "<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/><w:lvlText w:val='•'/></w:lvl></w:abstractNum>"
            + "<w:num w:numId='5'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='6'><w:abstractNumId w:val='1'/></w:num>"
            + "<w:num w:numId='7'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='12'/></w:lvlOverride></w:num></w:numbering>";
        string Item(int list, int level) => $"<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list}'/></w:numPr></w:pPr><w:r><w:t>项</w:t></w:r></w:p>";
        Shown(Item(5, 0) + Item(5, 1) + Item(5, 1) + Item(5, 0) + Item(5, 1) + Item(6, 0) + Item(7, 0) + Item(9, 0), ("numbering", numbering))
            .ShouldBe(["一、项", "一.3.项", "一.4.项", "二、项", "二.3.项", "项", "十二、项", "项"]);
    }

    [Fact]
    public void Read_MergedCells_AreKeptOnTheGrid() =>
        Shown("<w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr>" + Cell("任务", "<w:vMerge w:val='restart'/>") + Cell("季度", "<w:gridSpan w:val='2'/>") + "</w:tr>"
            + "<w:tr>" + Cell("", "<w:vMerge/>") + Cell("一") + Cell("二") + "</w:tr><w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + Cell("三")
            + "<w:sdt><w:sdtContent>" + Cell("四") + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt><w:tr><w:trPr><w:del/></w:trPr>" + Cell("删") + "</w:tr></w:tbl>")
            .ShouldBe(["|0[1x2] 任务|1[2x1] 季度|", "|1 一|2 二|", "|1 三|2 四|"]);

    [Fact]
    public void Read_CellsOfALongMerge_AreOneCell() =>
        Shown("<w:tbl>" + string.Concat(Enumerable.Range(0, 4).Select(i => "<w:tr>" + Cell(i == 0 ? "甲" : "", i == 0 ? "<w:vMerge w:val='restart'/>" : "<w:vMerge/>") + Cell($"{i}") + "</w:tr>")) + "</w:tbl>")
            .ShouldBe(["|0[1x4] 甲|1 0|", "|1 1|", "|1 2|", "|1 3|"]);

    [Fact]
    public void Read_EdgesAHairApart_AreTheSame() =>
        Shown("<w:tbl><w:tblGrid><w:gridCol w:w='2000'/><w:gridCol w:w='20'/><w:gridCol w:w='3000'/></w:tblGrid><w:tr>" + Cell("甲") + Cell("乙", "<w:gridSpan w:val='2'/>") + "</w:tr><w:tr>"
            + Cell("丙", "<w:gridSpan w:val='2'/>") + Cell("丁") + "</w:tr></w:tbl>").ShouldBe(["|0 甲|1 乙|", "|0 丙|1 丁|"]);

    [Fact]
    public void Read_TableInACell_KeepsItsWords() =>
        Shown("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>外</w:t></w:r></w:p><w:tbl><w:tr>" + Cell("内一") + Cell("内二") + "</w:tr></w:tbl>" + P("尾") + "</w:tc>" + Cell("旁") + "</w:tr></w:tbl>")
            .ShouldBe(["|0 外¶内一¶内二¶尾|1 旁|"]);

    [Fact]
    public void Read_HugeSpans_ReachNoFartherThanTheTable() =>
        Shown("<w:tbl><w:tr>" + Cell("甲", "<w:gridSpan w:val='2000000000'/>") + "</w:tr><w:tr><w:trPr><w:gridBefore w:val='-5'/></w:trPr>" + Cell("乙") + Cell("丙", "<w:gridSpan w:val='x'/>") + "</w:tr></w:tbl>")
            .ShouldBe(["|0[2x1] 甲|", "|0 乙|1 丙|"]);

    [Fact]
    public void Read_Footnotes_AreNoticed()
    {
        var notes = $"<w:footnotes {W}><w:footnote w:id='2'>{P("含村级")}</w:footnote></w:footnotes>";
        var file = Blocks.Read(OfficeFile.Word("<w:p><w:r><w:t>绿道</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>", ("footnotes", notes)));
        Blocks.Show(file.Document).ShouldBe(["绿道"]);
        file.Notices.ShouldHaveSingleItem().Words.ShouldBe("含村级");
    }
}
