using System.Collections;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Documents;

/// <summary>
/// The text form: one row a line, cells separated by tabs, free lines between tables. A line without a tab directly below a row continues
/// the row's last cell, unless it is the title of a section.
/// </summary>
internal sealed class TextDocumentReader
{
    private const int LongestTitle = 30;

    private readonly string text;
    private readonly ReaderOptions options;
    private readonly CellTextBuilder cell;
    private readonly List<Block> ended = [];
    private List<GridRow> rows = [];
    private (int CellStart, int End)? open;
    private int count;

    private TextDocumentReader(string text, ReaderOptions options) => (this.text, this.options, cell) = (text, options, new CellTextBuilder(options, 0));

    /// <summary>The document, whose blocks are made as they are gone through.</summary>
    internal static SourceDocument Read(string text, ReaderOptions options) => new(new Lines(text, options));

    private IEnumerator<Block> Blocks()
    {
        var line = 0;
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            ReadLine(start, end, ++line);
            foreach (var block in ended) yield return block;
            ended.Clear();
            start = end + 1;
        }
        CloseGrid();
        foreach (var block in ended) yield return block;
    }

    private void End(Block block)
    {
        if (count++ == options.MaxRows) throw Limits.TooManyRows(options, block.Line);
        ended.Add(block);
    }

    private void ReadLine(int start, int end, int line)
    {
        if (text.AsSpan(start, end - start).Contains('\t')) ReadRow(start, end, line);
        else ReadFreeLine(Cell(start, end, line), end, line);
    }

    private void ReadRow(int start, int end, int line)
    {
        CloseRow();
        var cells = Cells(start, end, line);
        if (cells.TrueForAll(c => c.Text.IsEmpty)) return;
        if (rows.Count > options.MaxRows) throw Limits.TooManyRows(options, line);
        rows.Add(new GridRow(line, cells));
        // A heading ends with its line; what stands below it is no part of its last name.
        if (cells.Count(c => c.Text.Text.Length <= ColumnWords.LongestWithBrackets && ColumnWords.KindOf(c.Text.Folded) > ColumnKind.Other) < 2)
            open = (start + text.AsSpan(start, end - start).LastIndexOf('\t') + 1, end);
    }

    private void ReadFreeLine(CellText words, int end, int line)
    {
        if (words.IsEmpty) CloseRow();
        else if (open is { } row && !IsTitle(words)) open = row with { End = end };
        else
        {
            CloseGrid();
            End(new Paragraph(line, words));
        }
    }

    private static bool IsTitle(CellText words) =>
        words.Text.Length <= LongestTitle && RowWords.IsSection(words.Folded) && words.Folded.AsSpan().IndexOfAny(",。;:") < 0;

    /// <summary>Takes the free lines below a row into its last cell; read once, however many they are.</summary>
    private void CloseRow()
    {
        if (open is not { } last) return;
        open = null;
        var row = rows[^1];
        rows[^1] = row with { Cells = [.. row.Cells.SkipLast(1), row.Cells[^1] with { Text = Cell(last.CellStart, last.End, row.Line) }] };
    }

    private void CloseGrid()
    {
        CloseRow();
        if (rows.Count > 0) End(new Grid(rows[0].Line, rows));
        rows = [];
    }

    private List<GridCell> Cells(int start, int end, int line)
    {
        var cells = new List<GridCell>();
        while (start <= end)
        {
            var tab = text.IndexOf('\t', start, end - start);
            if (tab < 0) tab = end;
            if (cells.Count == options.MaxColumns) throw Limits.TooWide(options, line);
            cells.Add(new GridCell(cells.Count, Cell(start, tab, line)));
            start = tab + 1;
        }
        return cells;
    }

    private CellText Cell(int start, int end, int line) => end - start <= options.MaxCellCharacters
        ? CellTextReader.Read(text, start, end, cell)
        : throw new PlanFormatException(PlanFormatReason.TooLong,
            $"Line {line}: a cell has {end - start} characters, more than {options.MaxCellCharacters}.",
            $"cells of at most {options.MaxCellCharacters} characters", line);

    /// <summary>The blocks of a text, read anew each time.</summary>
    private sealed class Lines(string text, ReaderOptions options) : IEnumerable<Block>
    {
        public IEnumerator<Block> GetEnumerator() => new TextDocumentReader(text, options).Blocks();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
