using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Suite.OfficialDocuments;

namespace Suite.Tasks.Export.Files;

/// <summary>The rows of the table. The heading comes again on every page; the requirement's cell goes down over its tasks.</summary>
sealed class DocxTable(IReadOnlyList<TableColumn> columns)
{
    readonly int[] _widths = WidthsOf(columns);

    public IEnumerable<OpenXmlElement> Properties() =>
    [
        new TableProperties(
            new TableStyle { Val = "TableGrid" }, new TableWidth { Width = Text(_widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center }, new TableLayout { Type = TableLayoutValues.Fixed }),
        new TableGrid(_widths.Select(w => new GridColumn { Width = Text(w) })),
    ];

    public TableRow Head()
    {
        var row = new TableRow(new TableRowProperties(new CantSplit(), new TableHeader()));
        foreach (var (at, column) in columns.Index())
            row.Append(new TableCell(
                Properties(_widths[at], TableVerticalAlignmentValues.Center), Styled.Of("PlanHead", [new Run(Lines(column.Title))])));
        return row;
    }

    /// <summary>A row of one cell, kept with the one below it.</summary>
    public TableRow Section(string title)
    {
        var cell = Properties(_widths.Sum(), TableVerticalAlignmentValues.Center);
        cell.GridSpan = new() { Val = _widths.Length };
        return new(
            new TableRowProperties(new CantSplit()),
            new TableCell(cell, Styled.Of("PlanSection", [RunOf(new(title, Bold: true))])));
    }

    public TableRow Row(RequirementGroup group, TaskLine task, bool first)
    {
        var row = new TableRow();
        row.Append(Requirement(group, first));
        foreach (var (at, cell) in task.Cells.Index())
            row.Append(CellOf(cell, Properties(_widths[at + 1], TableVerticalAlignmentValues.Center), columns[at + 1].Centred));
        return row;
    }

    TableCell Requirement(RequirementGroup group, bool first)
    {
        var properties = Properties(_widths[0], TableVerticalAlignmentValues.Top);
        if (group.Rows.Count > 1) properties.VerticalMerge = new() { Val = first ? MergedCellValues.Restart : MergedCellValues.Continue };
        return CellOf(first ? group.Requirement : CellContent.Empty, properties, centred: false);
    }

    static TableCell CellOf(CellContent content, TableCellProperties properties, bool centred)
    {
        var style = centred ? "PlanName" : "PlanText";
        var cell = new TableCell(properties);
        foreach (var line in content.Lines) cell.Append(Styled.Of(style, line.Runs.Select(RunOf)));
        if (content.Lines.Count == 0) cell.Append(Styled.Line(style, ""));
        return cell;
    }

    static Run RunOf(TextRun run)
    {
        var written = new Run(new Text(run.Text) { Space = SpaceProcessingModeValues.Preserve });
        if (run.Bold) written.PrependChild(new RunProperties(new Bold()));
        return written;
    }

    static IEnumerable<OpenXmlElement> Lines(string title) =>
        title.Split('\n').SelectMany((line, i) => i == 0 ? new OpenXmlElement[] { new Text(line) } : [new Break(), new Text(line)]);

    static TableCellProperties Properties(int width, TableVerticalAlignmentValues vertical) => new()
    {
        TableCellWidth = new() { Width = Text(width), Type = TableWidthUnitValues.Dxa },
        TableCellVerticalAlignment = new() { Val = vertical },
    };

    static int[] WidthsOf(IReadOnlyList<TableColumn> columns)
    {
        var total = columns.Sum(c => c.Width);
        return [.. columns.Select(c => c.Width * PageLayout.LandscapeTextWidth / total)];
    }

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
