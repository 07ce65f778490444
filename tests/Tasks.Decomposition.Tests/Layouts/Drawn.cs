using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Documents;

namespace Suite.Tasks.Decomposition.Tests.Layouts;

/// <summary>
/// Documents drawn in the test: a line with | is a row, its cells between them; ^ is covered by the cell above, &lt; by the one to the left.
/// Other lines are paragraphs, an empty line ends a table, ¶ begins a paragraph inside a cell.
/// </summary>
internal static class Drawn
{
    internal static SourceDocument Document(string drawing)
    {
        var blocks = new List<Block>();
        var rows = new List<(int Line, string[] Cells)>();
        var line = 0;
        foreach (var text in drawing.Split('\n'))
        {
            line++;
            if (text.Contains('|')) rows.Add((line, [.. text.Split('|').Select(c => c.Trim())]));
            else
            {
                if (rows.Count > 0) blocks.Add(Table(rows));
                rows.Clear();
                var level = text.TakeWhile(c => c == '#').Count();
                if (text.Trim().Length > 0) blocks.Add(new Paragraph(line, Cell(text[level..]), level));
            }
        }
        if (rows.Count > 0) blocks.Add(Table(rows));
        return new SourceDocument(blocks);
    }

    internal static PlanDocument Read(string drawing, ReaderOptions? options = null) =>
        new DocumentReader(options ?? ReaderOptions.Default).Read(Document(drawing));

    internal static CellText Cell(string text)
    {
        var marked = text.Replace("¶", "<p>", StringComparison.Ordinal);
        return CellTextReader.Read(marked, 0, marked.Length);
    }

    private static Grid Table(List<(int Line, string[] Cells)> rows) =>
        new(rows[0].Line, [.. rows.Select((row, i) => new GridRow(row.Line,
            [.. Enumerable.Range(0, row.Cells.Length).Where(c => row.Cells[c] is not ("^" or "<")).Select(c => Begin(rows, i, c))]))]);

    private static GridCell Begin(List<(int Line, string[] Cells)> rows, int row, int column)
    {
        var cells = rows[row].Cells;
        var width = 1 + cells.Skip(column + 1).TakeWhile(c => c == "<").Count();
        var height = 1 + rows.Skip(row + 1).TakeWhile(r => column < r.Cells.Length && r.Cells[column] == "^").Count();
        return new GridCell(column, Cell(cells[column]), width, height);
    }

    /// <summary>The schedule, an item a line: quarters, kind where it is not Quarters, workstream, words.</summary>
    internal static string[] Items(this PlannedTask task) =>
    [
        .. task.Schedule.Select(i =>
            $"{string.Concat(i.Quarters)}{(i.Kind == ScheduleKind.Quarters ? "" : " " + i.Kind)}{(i.Workstream is null ? "" : $" [{i.Workstream}]")} {i.Text}"),
    ];

    internal static string Leads(this PlannedTask task) => string.Join(',', task.LeadUnits.Select(u => u.Name));

    internal static string Supports(this PlannedTask task) =>
        string.Join(',', task.SupportingUnits.Select(u => u.Name).Concat(task.SupportingGroups.Select(g => g.Name)));

    internal static string Named(this PlannedTask task) => string.Join(',', task.Leaders.Select(l => l.Name));
}
