using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>
/// The text form: one row a line, cells separated by tabs, the heading repeated at the top of each page, free lines above it.
/// A line without a tab directly below a row continues the row's last cell.
/// </summary>
internal sealed class TextTableReader(string text, ReaderOptions options)
{
    private readonly List<string> preface = [];
    private readonly List<SourceRow> rows = [];
    private readonly List<Diagnostic> diagnostics = [];
    private TableHeader? header;
    private bool afterPageBreak;
    private (int CellStart, int End)? open;

    internal SourceTable Read()
    {
        var line = 0;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            ReadLine(start, end, ++line);
            start = end + 1;
        }
        CloseRow();
        if (header is null) throw NoHeader();
        return new SourceTable(preface, rows, diagnostics);
    }

    private void ReadLine(int start, int end, int line)
    {
        if (text.AsSpan(start, end - start).Contains('\t')) ReadRow(Cells(start, end, line), start, end, line);
        else ReadFreeLine(Cell(start, end, line), end, line);
    }

    private void ReadRow(List<CellText> cells, int start, int end, int line)
    {
        CloseRow();
        if (cells.All(c => c.IsEmpty)) return;
        if (TableHeader.TryRead(cells) is { } found)
        {
            afterPageBreak = header is not null;
            header = found;
        }
        else if (header is null) preface.Add(string.Concat(cells.Select(c => c.Text)));
        else
        {
            AddRow(header, cells, line);
            open = (start + text.AsSpan(start, end - start).LastIndexOf('\t') + 1, end);
        }
    }

    private void AddRow(TableHeader heading, List<CellText> cells, int line)
    {
        if (rows.Count == options.MaxRows)
            throw new PlanFormatException(PlanFormatReason.TooManyRows, $"Line {line}: the table has more than {options.MaxRows} rows.",
                $"at most {options.MaxRows} rows", line, 1);
        if (cells.Count != heading.Columns.Count)
            diagnostics.Add(new Diagnostic(DiagnosticLevel.Warning, DiagnosticCode.CellCount, null, null, line, "",
                $"The row has {cells.Count} cells, the heading {heading.Columns.Count}."));
        var held = new Dictionary<ColumnRole, CellText>();
        for (var i = 0; i < Math.Min(cells.Count, heading.Columns.Count); i++)
            if (heading.Columns[i] != ColumnRole.Unknown) held[heading.Columns[i]] = cells[i];
        rows.Add(new SourceRow(line, afterPageBreak, held));
        afterPageBreak = false;
    }

    private void ReadFreeLine(CellText words, int end, int line)
    {
        if (words.IsEmpty) CloseRow();
        else if (header is null) preface.Add(words.Text);
        else if (open is { } row) open = row with { End = end };
        else diagnostics.Add(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.TextOutsideTable, null, null, line,
            Words.Shorten(words.Text), "The line belongs to no row of the table and was passed over."));
    }

    /// <summary>Takes the free lines below a row into its last cell; read once, however many they are.</summary>
    private void CloseRow()
    {
        if (open is not { } last || header is null) return;
        open = null;
        var row = rows[^1];
        var role = header.Columns[^1];
        if (role == ColumnRole.Unknown || !row.Cells.ContainsKey(role)) return;
        rows[^1] = row with { Cells = new Dictionary<ColumnRole, CellText>(row.Cells) { [role] = Cell(last.CellStart, last.End, row.Line) } };
    }

    private List<CellText> Cells(int start, int end, int line)
    {
        var cells = new List<CellText>();
        while (start <= end)
        {
            var tab = text.IndexOf('\t', start, end - start);
            if (tab < 0) tab = end;
            cells.Add(Cell(start, tab, line));
            start = tab + 1;
        }
        return cells;
    }

    private CellText Cell(int start, int end, int line) => end - start <= options.MaxCellCharacters
        ? CellTextReader.Read(text, start, end)
        : throw new PlanFormatException(PlanFormatReason.TooLong,
            $"Line {line}: a cell has {end - start} characters, more than {options.MaxCellCharacters}.",
            $"cells of at most {options.MaxCellCharacters} characters", line);

    private static PlanFormatException NoHeader() => new(PlanFormatReason.NoHeader,
        "No row names the columns of a decomposition table.",
        "a row of tab-separated cells with 年度目标 (annual target) and 季度安排, 责任领导 or 牵头单位 (schedule, leaders, lead unit)");
}
