using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Suite.Reporting.Documents;

/// <summary>Writes what stands below the text: what is attached, who issues it, when; and the head of the appendix.</summary>
static class TailWriter
{
    /// <summary>One character of the body, in twentieths of a point.</summary>
    const int Em = 320;

    /// <param name="layout">Of the pages up to here; the last paragraph of a section carries it.</param>
    public static IEnumerable<OpenXmlElement> Write(Paper paper, SectionProperties layout)
    {
        // The date stands four characters from the right, the issuer centred above it.
        var shift = (TextWidths.Ems(paper.Date) - TextWidths.Ems(paper.Issuer)) / 2;
        return
        [
            // Kept together: a page with nothing but the signature is no page of an official document.
            .. paper.Closing.Length > 0 ? [Styled.Line("Closing", paper.Closing)] : Array.Empty<OpenXmlElement>(),
            Styled.Line("Closing", ""),
            Styled.Line("Closing", paper.AttachmentNote),
            Styled.Line("Closing", ""),
            Signed(paper.Issuer, (int)Math.Max(0, (4 + shift) * Em), new KeepNext()),
            Signed(paper.Date, 4 * Em, layout),
        ];
    }

    public static IEnumerable<OpenXmlElement> WriteAnnexHead(Annex annex) =>
    [
        Styled.Line("AnnexLabel", annex.Label),
        Styled.Line("Title", annex.Title),
        Styled.Line("TableText", annex.Note),
    ];

    static Paragraph Signed(string text, int fromRight, OpenXmlElement property)
    {
        var properties = new ParagraphProperties { ParagraphStyleId = new() { Val = "Signature" } };
        properties.Indentation = new() { Right = fromRight.ToString(CultureInfo.InvariantCulture) };
        properties.AddChild(property);
        return new(properties, new Run(new Text(text)));
    }
}
