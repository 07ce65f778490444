using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.Reporting.Papers;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Suite.Reporting.Documents;

/// <summary>Writes tables of fixed columns, whose heading row comes again on every page and whose rows do not break.</summary>
/// <param name="em">Of the cells' style, in twentieths of a point.</param>
sealed class TableWriter(MarkWriter marks, string cellStyle, int em)
{
    /// <summary>Margins and borders of a cell of the built-in style, and a little for what a font is wider than was reckoned.</summary>
    const int Around = 140;

    public Table Write(Papers.Table table, int width)
    {
        var widths = ColumnWidths.Of(table, width, em, Around).ToList();
        var result = new Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" }, new TableWidth { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        result.Append(Head(table, widths));
        result.Append(table.Rows.Select(row => Row(table, widths, row)));
        return result;
    }

    TableRow Head(Papers.Table table, List<int> widths)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(table.Columns.Select((column, at) => CellOf(
            [widths[at]], centred: true, [new Run(new RunProperties(new RunFonts { EastAsia = "黑体" }), new Text(column.Title))])));
        return row;
    }

    TableRow Row(Papers.Table table, List<int> widths, IReadOnlyList<Inline> cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(cells.Select((cell, at) => CellOf(widths[at..SpanEnd(at)], table.Columns[at].Centred, marks.Write(cell))));
        return row;

        int SpanEnd(int at) => at == cells.Count - 1 ? widths.Count : at + 1;
    }

    /// <param name="widths">Of the columns it takes.</param>
    TableCell CellOf(List<int> widths, bool centred, IEnumerable<OpenXmlElement> content)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = cellStyle });
        if (centred) properties.Append(new Justification { Val = JustificationValues.Center });
        var paragraph = new Paragraph(properties);
        paragraph.Append(content);
        var cell = new TableCellProperties
        {
            TableCellWidth = new() { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            TableCellVerticalAlignment = new() { Val = TableVerticalAlignmentValues.Center },
        };
        if (widths.Count > 1) cell.GridSpan = new() { Val = widths.Count };
        return new(cell, paragraph);
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
