using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>A task while its rows are read. No more than a few are held at a time.</summary>
/// <param name="first">The cells of its first row.</param>
internal sealed class TaskDraft(string section, RequirementCell requirement, RowCells first, int line)
{
    private List<Below>? below;

    internal RequirementCell Requirement { get; set; } = requirement;

    internal bool UnitsInOne { get; init; }

    /// <summary>Goes on in cells that a page cut off.</summary>
    internal void Join(IEnumerable<KeyValuePair<SourceColumn, CellText>> cells) => (below ??= []).Add(new Below(CutOff: true, cells));

    /// <summary>Goes on with a row of its own.</summary>
    internal void Stack(IEnumerable<KeyValuePair<SourceColumn, CellText>> cells) => (below ??= []).Add(new Below(CutOff: false, cells));

    /// <param name="year">The plan's, null where it names none.</param>
    internal TaskRow Whole(int? year)
    {
        var rows = Rows();
        var schedule = ScheduleCell.Compose(rows.ConvertAll(r => ScheduleRow.Of(r, year)));
        var attributes = rows.SelectMany(r => r).Where(c => c.Column.Role == ColumnRole.Attribute).Select(c => (c.Column.Name, c.Cell))
            .Concat(rows.SelectMany(r => ScheduleRow.Apart(r, year)))
            .GroupBy(a => a.Name).Select(g => new TaskAttribute(g.Key, CellText.Stack([.. g.Select(a => a.Cell)]).Text));
        return new TaskRow(section, Requirement, Stack(rows, ColumnRole.Target), schedule, Stack(rows, ColumnRole.Leaders),
            Stack(rows, ColumnRole.LeadUnits), Stack(rows, ColumnRole.SupportingUnits), [.. attributes], line) { UnitsInOne = UnitsInOne };
    }

    private static CellText Stack(List<List<(SourceColumn Column, CellText Cell)>> rows, ColumnRole role)
    {
        var cells = rows.SelectMany(r => r).Where(c => c.Column.Role == role).Select(c => c.Cell).ToList();
        return cells.Count == 0 ? CellText.Empty : CellText.Stack(cells);
    }

    /// <summary>The task's rows with the pieces a page cut put together, without empty cells.</summary>
    private List<List<(SourceColumn Column, CellText Cell)>> Rows()
    {
        if (below is null) return [[.. first.Where(c => !c.Value.IsEmpty).Select(c => (c.Key, c.Value))]];
        var rows = new List<Dictionary<SourceColumn, List<CellText>>> { Pieces(first) };
        foreach (var (cutOff, cells) in below)
            if (!cutOff) rows.Add(Pieces(cells));
            else foreach (var (column, cell) in cells)
            {
                if (!rows[^1].TryGetValue(column, out var pieces)) rows[^1][column] = pieces = [];
                pieces.Add(cell);
            }
        return rows.ConvertAll(r => r.Select(c => (Column: c.Key, Cell: CellText.Join(c.Value))).Where(c => !c.Cell.IsEmpty).ToList());
    }

    private static Dictionary<SourceColumn, List<CellText>> Pieces(IEnumerable<KeyValuePair<SourceColumn, CellText>> cells) =>
        cells.ToDictionary(c => c.Key, c => new List<CellText> { c.Value });

    /// <summary>A row below the first that belongs to the task.</summary>
    /// <param name="CutOff">True where a page cut it off the row above, false where it is a row of its own.</param>
    private readonly record struct Below(bool CutOff, IEnumerable<KeyValuePair<SourceColumn, CellText>> Cells);
}
