using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Documents;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>A place of a table with the cell that covers it.</summary>
/// <param name="Cell">The cell, null where none covers the place.</param>
/// <param name="Begins">True where the cell begins in this row, not in one above.</param>
internal readonly record struct Place(GridCell? Cell, bool Begins)
{
    internal CellText Text => Cell?.Text ?? CellText.Empty;

    /// <summary>True where the cell begins in this row and has words.</summary>
    internal bool IsNew => Begins && !Text.IsEmpty;
}

/// <summary>A row with merged cells in every place they cover.</summary>
/// <param name="Line">The document's line, from 1.</param>
/// <param name="Places">By column.</param>
internal sealed record SpreadRow(int Line, Place[] Places)
{
    internal Place this[int column] => column < Places.Length ? Places[column] : default;

    /// <summary>True where the cell at <paramref name="column"/> covers the column before, too.</summary>
    internal bool IsCovered(int column) => column > 0 && this[column].Cell is { } cell && ReferenceEquals(cell, this[column - 1].Cell);

    /// <summary>The first column of each cell with words.</summary>
    internal IEnumerable<int> Filled() => Enumerable.Range(0, Places.Length).Where(c => !Places[c].Text.IsEmpty && !IsCovered(c));
}

/// <summary>Spreads merged cells.</summary>
internal static class SpreadGrid
{
    /// <summary>Columns beyond are left out; no plan has as many.</summary>
    private const int MostColumns = 256;

    internal static List<SpreadRow> Rows(Grid grid)
    {
        var rows = new List<SpreadRow>(grid.Rows.Count);
        var open = new List<(GridCell Cell, long LastRow)>();
        for (var i = 0; i < grid.Rows.Count; i++)
        {
            open.RemoveAll(o => o.LastRow < i);
            var row = grid.Rows[i];
            var places = new Place[row.Cells.Concat(open.Select(o => o.Cell)).Select(End).DefaultIfEmpty().Max()];
            foreach (var (cell, _) in open) Cover(places, cell, begins: false);
            foreach (var cell in row.Cells) Cover(places, cell, begins: true);
            rows.Add(new SpreadRow(row.Line, places));
            open.AddRange(row.Cells.Where(c => c.RowSpan > 1).Select(c => (c, (long)i + c.RowSpan - 1)));
        }
        return rows;
    }

    private static int End(GridCell cell) => (int)Math.Min(MostColumns, (long)cell.Column + cell.ColumnSpan);

    private static void Cover(Place[] places, GridCell cell, bool begins)
    {
        for (var column = cell.Column; column < End(cell); column++) places[column] = new Place(cell, begins);
    }
}
