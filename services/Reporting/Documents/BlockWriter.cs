using DocumentFormat.OpenXml;
using Suite.OfficialDocuments;
using Suite.Reporting.Papers;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Table = Suite.Reporting.Papers.Table;

namespace Suite.Reporting.Documents;

/// <summary>Writes headings, paragraphs and tables.</summary>
sealed class BlockWriter(MarkWriter marks, ChartParts charts, StyleSizes sizes)
{
    /// <param name="width">Of the text, in twentieths of a point.</param>
    /// <param name="cellStyle">Paragraph style of tables' cells.</param>
    public IEnumerable<OpenXmlElement> Write(Block block, int width, string cellStyle)
    {
        return block switch
        {
            Heading heading => [Styled.Line($"Heading{heading.Level}", heading.Text)],
            Papers.Paragraph paragraph => [Styled.Of("BodyText", paragraph.Inlines.SelectMany(marks.Write))],
            Table { Title.Length: 0 } table => [Table(table), new Paragraph()],
            Table table => [Styled.Line("Caption", table.Title), Table(table), Styled.Line("AfterTable", "")],
            Chart chart => [charts.Write(chart, width), Styled.Line("AfterTable", "")],
            _ => throw new InvalidOperationException($"{block.GetType()} has no form in a document."),
        };

        DocumentFormat.OpenXml.Wordprocessing.Table Table(Table table) => new TableWriter(marks, cellStyle, sizes.Of(cellStyle)).Write(table, width);
    }
}
