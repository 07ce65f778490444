using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Documents;

/// <summary>
/// Lays cells out as a browser does: each at the next column that no cell above reaches into. Columns and rows in which no cell begins
/// are closed up in the end, so a span may be as large as it likes: what counts is the cells there are.
/// </summary>
internal sealed class GridBuilder(ReaderOptions options)
{
    private const int FarthestColumn = 1 << 20;
    private readonly List<PlacedRow> rows = [];
    private List<Reach> above = [];
    private Dictionary<int, PlacedCell> ending = [];
    private Dictionary<int, PlacedCell> continued = [];
    private int column;
    private int cells;

    internal bool IsEmpty => rows.Count == 0;

    /// <exception cref="PlanFormatException">More rows than the options allow.</exception>
    internal void StartRow(int line)
    {
        if (rows.Count > options.MaxRows) throw Limits.TooManyRows(options, line);
        if (rows.Count > 0) LeaveRow(line);
        rows.Add(new PlacedRow(line, []));
        column = 0;
    }

    private void LeaveRow(int line)
    {
        above = [.. above.Concat(rows[^1].Cells.Select(c => c.Reach)).Where(r => r.LastRow >= rows.Count).OrderBy(r => r.Start)];
        if (above.Count > options.MaxColumns) throw Limits.TooWide(options, line);
        ending = continued;
        foreach (var cell in rows[^1].Cells) ending.TryAdd(cell.Reach.Start, cell);
        continued = [];
    }

    internal void MoveTo(int at) => column = Math.Clamp(at, 0, FarthestColumn);

    /// <summary>Makes the row's last cell reach over more columns.</summary>
    internal void Widen(int columns)
    {
        if (rows[^1].Cells is not [.., var left]) return;
        left.Reach = left.Reach with { End = (int)Math.Min(FarthestColumn, (long)left.Reach.End + Math.Max(0, columns)) };
    }

    internal void Add(CellText text, int columnSpan, int rowSpan)
    {
        foreach (var reach in above)
            if (reach.Start <= column && column < reach.End) column = reach.End;
        AddAt(column, text, columnSpan, rowSpan);
    }

    /// <exception cref="PlanFormatException">More cells in a row than the options allow.</exception>
    internal void AddAt(int start, CellText text, int columnSpan, int rowSpan)
    {
        var row = rows[^1];
        start = Math.Clamp(start, 0, FarthestColumn);
        if (++cells > options.MaxCells) throw Limits.TooManyCells(options, row.Line);
        if (row.Cells.Count == options.MaxColumns) throw Limits.TooWide(options, row.Line);
        var end = (int)Math.Min(FarthestColumn, (long)start + Math.Max(1, columnSpan));
        foreach (var reach in above)
            if (reach.Start > start) end = Math.Min(end, reach.Start);
        var last = (int)Math.Min(int.MaxValue, rows.Count - 2L + Math.Max(1, rowSpan));
        row.Cells.Add(new PlacedCell(text, new Reach(start, Math.Max(end, start + 1), last)));
        column = Math.Max(end, start + 1);
    }

    /// <summary>Makes the cell that ends right above go on here, as vMerge does; false where none begins in this column.</summary>
    internal bool Continue(int columnSpan)
    {
        if (!ending.TryGetValue(column, out var open)) return false;
        open.Reach = open.Reach with { LastRow = rows.Count - 1 };
        continued.TryAdd(column, open);
        MoveTo(column + Math.Max(1, columnSpan));
        return true;
    }

    /// <summary>The table, or null where no cell has words.</summary>
    /// <exception cref="PlanFormatException">More columns or more places covered than the options allow.</exception>
    internal Grid? Build(ref int places)
    {
        if (rows.TrueForAll(r => r.Cells.TrueForAll(c => c.Text.IsEmpty))) return null;
        var columns = Ranks(rows.SelectMany(r => r.Cells).Select(c => c.Reach.Start));
        if (columns.Length > options.MaxColumns) throw Limits.TooWide(options, rows[0].Line);
        var kept = Ranks(Enumerable.Range(0, rows.Count).Where(i => rows[i].Cells.Count > 0));
        var built = new List<GridRow>(kept.Length);
        foreach (var index in kept)
        {
            var closed = rows[index].Cells.OrderBy(c => c.Reach.Start).Select(c => Close(c, index, columns, kept)).ToList();
            places = (int)Math.Min(int.MaxValue, places + closed.Sum(c => (long)c.ColumnSpan * c.RowSpan));
            if (places > options.MaxCells) throw Limits.TooManyCells(options, rows[index].Line);
            built.Add(new GridRow(rows[index].Line, closed));
        }
        return new Grid(built[0].Line, built);
    }

    private static int[] Ranks(IEnumerable<int> used) => [.. used.Distinct().Order()];

    private static GridCell Close(PlacedCell cell, int row, int[] columns, int[] rows) => new(
        Rank(columns, cell.Reach.Start), cell.Text,
        Rank(columns, cell.Reach.End) - Rank(columns, cell.Reach.Start),
        Rank(rows, (int)Math.Min(int.MaxValue, cell.Reach.LastRow + 1L)) - Rank(rows, row));

    private static int Rank(int[] used, int place)
    {
        var found = Array.BinarySearch(used, place);
        return found < 0 ? ~found : found;
    }

    /// <summary>Columns from Start up to End, down to LastRow.</summary>
    private readonly record struct Reach(int Start, int End, int LastRow);

    private sealed record PlacedRow(int Line, List<PlacedCell> Cells);

    private sealed class PlacedCell(CellText text, Reach reach)
    {
        internal CellText Text { get; } = text;

        internal Reach Reach { get; set; } = reach;
    }
}
