using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;

namespace Suite.Reporting.Templates;

/// <summary>The template that documents are made with where the city has none of its own: the look of an official document (GB/T 9704-2012).</summary>
public static class BuiltInTemplate
{
    static readonly Lazy<byte[]> Made = new(Write);

    public static byte[] Content => Made.Value;

    static byte[] Write() => OfficialDocx.Write(main =>
    {
        main.Document = new(new Body(
            Field("issuer", "RedIssuer", "签发机关"), Field("kind", "RedKind", "文种"), Field("document-number", "DocumentNumber", "〔年份〕第几期"), Styled.Line("Normal", ""),
            Field("title", "Title", "标题"), Styled.Line("Normal", ""), Field("salutation", "Salutation", "主送单位："), Field("body", "BodyText", "正文"), Field("tail", "Closing", "结语、署名和日期"),
            new Paragraph(new ParagraphProperties { SectionProperties = PageLayout.Portrait(OfficialDocx.OddFooter, OfficialDocx.EvenFooter) }),
            Field("annex-label", "AnnexLabel", "附件"), Field("annex-title", "Title", "数据来源"), Field("annex-note", "TableText", "说明"), Field("annex-table", "AnnexText", "数据来源表"),
            Field("checkpoint", "TableText", "审计校验点"),
            PageLayout.Landscape(OfficialDocx.OddFooter, OfficialDocx.EvenFooter)));
        main.Document.Save();
    });

    static SdtBlock Field(string tag, string style, string shown) => new(
        new SdtProperties(new SdtAlias { Val = shown }, new Tag { Val = tag }), new SdtContentBlock(Styled.Line(style, shown)));
}
