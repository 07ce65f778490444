using System.Collections;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>The cells of a row by what they hold, in the order of the columns. The rows of one table share the list of columns.</summary>
internal sealed class RowCells : IEnumerable<KeyValuePair<SourceColumn, CellText>>
{
    private readonly SourceColumn[] columns;
    private readonly CellText[] cells;

    private RowCells(SourceColumn[] columns, CellText[] cells) => (this.columns, this.cells) = (columns, cells);

    internal static RowCells None { get; } = new([], []);

    /// <param name="cells">Each column once.</param>
    /// <param name="before">The row before, which likely has the same columns.</param>
    internal static RowCells Of(IReadOnlyDictionary<SourceColumn, CellText> cells, RowCells? before = null)
    {
        var same = before is not null && before.columns.Length == cells.Count && before.columns.SequenceEqual(cells.Keys);
        return new RowCells(same ? before!.columns : [.. cells.Keys], [.. cells.Values]);
    }

    /// <summary>The cell of a column, empty where the row has none.</summary>
    internal CellText this[SourceColumn column] => Array.IndexOf(columns, column) is >= 0 and var at ? cells[at] : CellText.Empty;

    /// <summary>The same cells with another in a column that the row has.</summary>
    internal RowCells With(SourceColumn column, CellText cell)
    {
        if (Array.IndexOf(columns, column) is not (>= 0 and var at) || cells[at] == cell) return this;
        CellText[] changed = [.. cells];
        changed[at] = cell;
        return new RowCells(columns, changed);
    }

    /// <summary>Adds what the row's columns hold.</summary>
    internal void AddRolesTo(HashSet<ColumnRole> roles)
    {
        foreach (var column in columns) roles.Add(column.Role);
    }

    /// <summary>The same cells with one more, in a column that the row does not have.</summary>
    internal RowCells And(SourceColumn column, CellText cell) => new([.. columns, column], [.. cells, cell]);

    public IEnumerator<KeyValuePair<SourceColumn, CellText>> GetEnumerator()
    {
        for (var i = 0; i < columns.Length; i++) yield return new(columns[i], cells[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
