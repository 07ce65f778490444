using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.Reporting.Bulletins;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using Table = DocumentFormat.OpenXml.Wordprocessing.Table;

namespace Suite.Reporting.Documents;

/// <summary>Writes tables of fixed columns, whose heading row comes again on every page and whose rows do not break.</summary>
sealed class TableWriter(MarkWriter marks, string cellStyle)
{
    public Table Write(Bulletins.Table table, int width)
    {
        var total = table.Columns.Sum(c => c.Width);
        var widths = table.Columns.Select(c => c.Width * width / total).ToList();
        var result = new Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" }, new TableWidth { Width = Text(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center }, new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = Text(w) })));
        result.Append(Head(table, widths));
        result.Append(table.Rows.Select(row => Row(table, widths, row)));
        return result;
    }

    TableRow Head(Bulletins.Table table, List<int> widths)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        row.Append(table.Columns.Select((column, at) => CellOf(
            widths[at], centred: true, [new Run(new RunProperties(new RunFonts { EastAsia = "黑体" }), new Text(column.Title))])));
        return row;
    }

    TableRow Row(Bulletins.Table table, List<int> widths, IReadOnlyList<Inline> cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(cells.Select((cell, at) => CellOf(widths[at], table.Columns[at].Centred, marks.Write(cell))));
        return row;
    }

    TableCell CellOf(int width, bool centred, IEnumerable<OpenXmlElement> content)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = cellStyle });
        if (centred) properties.Append(new Justification { Val = JustificationValues.Center });
        var paragraph = new Paragraph(properties);
        paragraph.Append(content);
        return new(
            new TableCellProperties(
                new TableCellWidth { Width = Text(width), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            paragraph);
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
