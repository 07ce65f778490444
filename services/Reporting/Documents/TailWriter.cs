using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Suite.Reporting.Documents;

/// <summary>Writes what stands below the text: what is attached, who issues it, when.</summary>
static class TailWriter
{
    /// <summary>One character of the body, in twentieths of a point.</summary>
    const int Em = 320;

    public static IEnumerable<OpenXmlElement> Write(Paper paper)
    {
        // The date stands four characters from the right, the issuer centred above it.
        var shift = (TextWidths.Ems(paper.Date) - TextWidths.Ems(paper.Issuer)) / 2;
        if (paper.Closing.Length > 0) yield return Styled.Line("Closing", paper.Closing);
        yield return Styled.Line("Closing", "");
        yield return Styled.Line("Closing", paper.AttachmentNote);
        yield return Styled.Line("Closing", "");
        yield return Signed(paper.Issuer, (int)Math.Max(0, (4 + shift) * Em), new KeepNext());
        yield return Signed(paper.Date, 4 * Em, null);
    }

    static Paragraph Signed(string text, int fromRight, OpenXmlElement? property)
    {
        var properties = new ParagraphProperties { ParagraphStyleId = new() { Val = "Signature" } };
        properties.Indentation = new() { Right = fromRight.ToString(CultureInfo.InvariantCulture) };
        if (property is not null) properties.AddChild(property);
        return new(properties, new Run(new Text(text)));
    }
}
