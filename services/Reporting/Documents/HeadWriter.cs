using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Suite.Reporting.Documents;

/// <summary>Writes what stands above the text: the red head, the document's number, the red rule, the title, whom it is for.</summary>
static class HeadWriter
{
    /// <summary>Size of the issuer's name in half points: as large as lets it stand in one line, within limits.</summary>
    const int LargestIssuer = 72;
    const int SmallestIssuer = 36;

    public static IEnumerable<OpenXmlElement> Write(Paper paper) =>
    [
        Issuer(paper.Issuer),
        Styled.Line("RedKind", paper.Kind),
        Styled.Line("DocumentNumber", paper.DocumentNumber),
        Styled.Line("Normal", ""),
        Title(paper.TitleLines),
        Styled.Line("Normal", ""),
        .. paper.Salutation.Length > 0 ? [Styled.Line("Salutation", paper.Salutation)] : Array.Empty<OpenXmlElement>(),
    ];

    static Paragraph Issuer(string issuer)
    {
        var fitting = (int)(PageLayout.TextWidth / 10 / Math.Max(1, TextWidths.Ems(issuer)));
        var size = Math.Clamp(fitting - 2, SmallestIssuer, LargestIssuer).ToString(CultureInfo.InvariantCulture);
        return Styled.Of("RedIssuer", [new Run(
            new RunProperties(new FontSize { Val = size }, new FontSizeComplexScript { Val = size }),
            new Text(issuer) { Space = SpaceProcessingModeValues.Preserve })]);
    }

    static Paragraph Title(IReadOnlyList<string> lines)
    {
        var runs = new List<OpenXmlElement>();
        foreach (var (at, line) in lines.Index())
            runs.Add(at == 0 ? new Run(new Text(line)) : new Run(new Break(), new Text(line)));
        return Styled.Of("Title", runs);
    }
}
