namespace Suite.TableFiles.Workbooks;

/// <summary>A workbook as plain tables, sheet after sheet.</summary>
internal sealed class WorkbookTables(FileLimits limits) : IWorkbookVisitor
{
    /// <summary>Cells that merged areas may fill, all together.</summary>
    private const int MostSpread = 1_000_000;

    private readonly List<Table> tables = [];
    private readonly SortedDictionary<int, List<string>> rows = [];
    private readonly List<Area> merged = [];
    private string sheet = "";
    private bool hasBareFormulas;
    private long characters;
    private int spread;

    internal IReadOnlyList<Table> Tables => tables;

    public void BeginSheet(string name)
    {
        rows.Clear();
        merged.Clear();
        (sheet, hasBareFormulas) = (name, false);
    }

    public void Visit(SheetCell cell)
    {
        var words = cell.Text.Plain;
        if (string.IsNullOrWhiteSpace(words)) return;
        if (words.Length > limits.MaxCellCharacters) throw FileRefusals.CellTooLong(limits, cell.Row, words.Length);
        // A string that many cells share is stored once and counts for each.
        if ((characters += words.Length) > limits.MaxCharacters) throw FileRefusals.TooLong(limits, $"{characters} characters");
        if (cell.Column >= limits.MaxColumns) throw FileRefusals.TooWide(limits, cell.Row);
        if (!rows.TryGetValue(cell.Row, out var cells))
        {
            if (rows.Count == limits.MaxRows) throw FileRefusals.TooManyRows(limits, cell.Row);
            rows[cell.Row] = cells = [];
        }
        Put(cells, cell.Column, words);
    }

    public void Merge(Area area)
    {
        if (area.LastRow == area.Row) return;
        if (merged.Count == limits.MaxRows) throw FileRefusals.TooManyRows(limits, area.Row);
        merged.Add(area);
    }

    public void EndSheet()
    {
        foreach (var area in merged) Spread(area);
        tables.Add(new Table(sheet, [.. rows.Select(r => new TableRow(r.Key, r.Value))], hasBareFormulas));
    }

    public void Tell(WorkbookNotice notice, int row, string sheet) => hasBareFormulas |= notice == WorkbookNotice.FormulaWithoutResult;

    /// <summary>The words of an area's first cell, in the rows below that have words of their own.</summary>
    private void Spread(Area area)
    {
        if (area.Column >= limits.MaxColumns || !rows.TryGetValue(area.Row, out var first) || first.Count <= area.Column) return;
        for (var row = area.Row + 1; row <= area.LastRow; row++)
        {
            if (++spread > MostSpread) throw FileRefusals.TooManyRows(limits, row);
            if (rows.TryGetValue(row, out var cells)) Put(cells, area.Column, first[area.Column]);
        }
    }

    private static void Put(List<string> cells, int column, string words)
    {
        while (cells.Count <= column) cells.Add("");
        cells[column] = words;
    }
}
