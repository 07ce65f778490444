using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Suite.OfficialDocuments;

/// <summary>Paragraphs by style.</summary>
public static class Styled
{
    public static Paragraph Line(string style, string text) =>
        Of(style, text.Length == 0 ? [] : [new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })]);

    public static Paragraph Of(string style, IEnumerable<OpenXmlElement> content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }
}
