using Suite.TableFiles.Workbooks;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Documents.Sheets;

/// <summary>The filled cells of a sheet and its merged areas, put on a grid; lines with one cell above the table are paragraphs.</summary>
internal sealed class SheetCells(ReaderOptions options)
{
    private readonly SortedDictionary<int, SortedDictionary<int, CellText>> rows = [];
    private readonly List<Area> merged = [];
    private long characters;

    internal void Add(int row, int column, CellText text)
    {
        if (!rows.TryGetValue(row, out var cells))
        {
            if (rows.Count == options.MaxRows) throw Limits.TooManyRows(options, row);
            rows[row] = cells = [];
        }
        if (cells.Count == options.MaxColumns) throw Limits.TooWide(options, row);
        cells[column] = text;
        // A string that many cells share is stored once and counts for each.
        if ((characters += text.Text.Length) > options.MaxCharacters) throw Limits.DocumentTooLong(options, $"{characters} characters");
    }

    internal void Merge(Area area)
    {
        if (merged.Count == options.MaxCells) throw Limits.TooManyCells(options, area.Row);
        if (area.LastRow > area.Row || area.LastColumn > area.Column) merged.Add(area);
    }

    internal void Build(BlockList into, ref int places)
    {
        var numbers = rows.Keys.ToArray();
        merged.Sort((a, b) => a.Row.CompareTo(b.Row));
        var grid = new GridBuilder(options);
        var (active, next) = (new List<Area>(), 0);
        foreach (var (row, cells) in rows)
        {
            active.RemoveAll(a => a.LastRow < row);
            for (; next < merged.Count && merged[next].Row <= row; next++)
                if (merged[next].LastRow >= row) active.Add(merged[next]);
            if (active.Count > options.MaxColumns) throw Limits.TooWide(options, row);
            var shown = cells.Where(c => !active.Exists(a => a.Covers(row, c.Key) && (a.Row, a.Column) != (row, c.Key))).ToList();
            if (grid.IsEmpty && shown.Count == 0) continue;
            if (grid.IsEmpty && shown.Count == 1) into.Add(new Paragraph(row, shown[0].Value));
            else AddRow(grid, row, shown, active, numbers);
        }
        if (grid.Build(ref places) is { } table) into.Add(table);
    }

    private static void AddRow(GridBuilder grid, int row, List<KeyValuePair<int, CellText>> cells, List<Area> active, int[] numbers)
    {
        grid.StartRow(row);
        foreach (var (column, text) in cells)
        {
            var area = active.Find(a => (a.Row, a.Column) == (row, column));
            var isMerged = area.Row > 0;
            grid.AddAt(column, text, isMerged ? area.LastColumn - column + 1 : 1, isMerged ? Below(numbers, area.LastRow) - Below(numbers, row) + 1 : 1);
        }
    }

    /// <summary>How many filled rows there are down to this one.</summary>
    private static int Below(int[] numbers, int row)
    {
        var found = Array.BinarySearch(numbers, row);
        return found < 0 ? ~found : found + 1;
    }
}
