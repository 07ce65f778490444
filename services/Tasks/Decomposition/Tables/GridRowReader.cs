using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Lists;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>
/// A spread row to the cells a task reads. A cell merged over several rows counts for each task it covers; what is merged over the rows of
/// one task counts once. A row belongs to the task above where its number, or without numbers its target, is merged with the one above,
/// unless it has a target and a lead of its own.
/// </summary>
internal sealed class GridRowReader(TableColumns columns)
{
    /// <summary>Which column a cell belongs to that covers several, the first that is among them.</summary>
    private static readonly ColumnRole[] Importance =
    [
        ColumnRole.Target, ColumnRole.Schedule, ColumnRole.LeadUnits, ColumnRole.SupportingUnits, ColumnRole.Leaders, ColumnRole.Requirement,
        ColumnRole.Deadline, ColumnRole.Section, ColumnRole.Number, ColumnRole.Attribute,
    ];

    private static readonly SourceColumn LeadUnits = new(ColumnRole.LeadUnits);

    private readonly bool unitsInOne = !columns.LeadsByName && columns.Has(ColumnRole.LeadUnits) && !columns.Has(ColumnRole.SupportingUnits);
    private readonly FigureCells figures = new(columns);
    private RowCells? before;
    private readonly int number = columns.IndexOf(ColumnRole.Number);
    private readonly int target = columns.IndexOf(ColumnRole.Target);
    private readonly int lead = columns.IndexOf(ColumnRole.LeadUnits);

    internal SourceRow Read(SpreadRow row, bool afterPageBreak)
    {
        var shares = IsMerged(row, number) && row[target].IsNew && ((lead >= 0 && row[lead].IsNew) || figures.NamesItsOwn(row));
        var continues = !shares && (IsMerged(row, number) || (IsMerged(row, target) && !(number >= 0 && row[number].IsNew)));
        var cells = new Dictionary<SourceColumn, CellText>();
        for (var start = 0; start < Math.Max(row.Places.Length, columns.Count);)
        {
            var end = start + 1;
            while (end < row.Places.Length && row.IsCovered(end)) end++;
            var column = Owner(start, end);
            var place = row[start];
            var repeats = !place.Begins && (continues || column.Role is ColumnRole.Requirement or ColumnRole.Section);
            if (!repeats && !(start >= columns.Count && place.Text.IsEmpty)) cells.TryAdd(column, figures.Read(row, start, column));
            start = end;
        }
        var inOne = unitsInOne;
        if (cells.TryGetValue(LeadUnits, out var units) && LabelledWords.Labelled(units) is { } labelled)
        {
            cells.Remove(LeadUnits);
            foreach (var (column, cell) in ListCells.Of(labelled.Values))
                cells[column] = cells.TryGetValue(column, out var own) && !own.IsEmpty ? CellText.Stack([own, cell]) : cell;
            inOne = ListCells.NameUnitsInOne(labelled.Values);
        }
        before = RowCells.Of(cells, before);
        return new SourceRow(row.Line, afterPageBreak, before) { Continues = continues, SharesNumber = shares, UnitsInOne = inOne };
    }

    private static bool IsMerged(SpreadRow row, int column) => column >= 0 && row[column] is { Begins: false, Text.IsEmpty: false };

    private SourceColumn Owner(int start, int end)
    {
        if (end == start + 1) return At(start);
        var covered = Enumerable.Range(start, end - start).Select(At).ToList();
        var role = Array.Find(Importance, r => covered.Exists(c => c.Role == r));
        var owners = covered.FindAll(c => c.Role == role);
        return role == ColumnRole.Schedule && owners.TrueForAll(c => c.Name.Length > 0)
            ? new SourceColumn(role, string.Join('、', owners.Select(c => c.Name)))
            : owners[0];
    }

    private SourceColumn At(int column) =>
        column < columns.Count ? columns.Columns[column] : new SourceColumn(ColumnRole.Attribute, new ColumnHeading("", "").Name(column));
}
