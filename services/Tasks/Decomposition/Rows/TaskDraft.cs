using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>A task while its rows are read.</summary>
/// <param name="printed">Its number as printed; 0 where that is not a plain number.</param>
/// <param name="label">What is printed as its number; empty where nothing is.</param>
/// <param name="row">The cells of its first row.</param>
internal sealed class TaskDraft(
    int printed, string label, bool sharesNumber, string section, RequirementCell requirement, IReadOnlyDictionary<SourceColumn, CellText> row, int line)
{
    /// <summary>Column by column the pieces a page cut; one more for each row of its own that goes on with the task.</summary>
    private readonly List<Dictionary<SourceColumn, List<CellText>>> rows = [row.ToDictionary(c => c.Key, c => new List<CellText> { c.Value })];

    internal int Printed => printed;

    internal string Label => label;

    internal bool SharesNumber => sharesNumber;

    internal string Section => section;

    internal int Line => line;

    internal RequirementCell Requirement { get; set; } = requirement;

    internal bool UnitsInOne { get; init; }

    /// <summary>Goes on in cells that a page cut off.</summary>
    internal void Join(IEnumerable<KeyValuePair<SourceColumn, CellText>> cells)
    {
        foreach (var (column, cell) in cells)
        {
            if (!rows[^1].TryGetValue(column, out var pieces)) rows[^1][column] = pieces = [];
            pieces.Add(cell);
        }
    }

    /// <summary>Goes on with a row of its own.</summary>
    internal void Stack(IEnumerable<KeyValuePair<SourceColumn, CellText>> cells) => rows.Add(cells.ToDictionary(c => c.Key, c => new List<CellText> { c.Value }));

    internal TaskRow Whole(int number, string? printedLabel)
    {
        var whole = rows.ConvertAll(r => r.Select(c => (Column: c.Key, Cell: CellText.Join(c.Value))).Where(c => !c.Cell.IsEmpty).ToList());
        var schedule = ScheduleCell.Compose(whole.ConvertAll(ScheduleRow.Of));
        var byRole = whole.SelectMany(r => r).Where(c => c.Column.Role != ColumnRole.Attribute).GroupBy(c => c.Column.Role)
            .ToDictionary(g => g.Key, g => CellText.Stack([.. g.Select(c => c.Cell)]));
        var attributes = whole.SelectMany(r => r).Where(c => c.Column.Role == ColumnRole.Attribute).Select(c => (c.Column.Name, c.Cell))
            .Concat(whole.SelectMany(ScheduleRow.Apart))
            .GroupBy(a => a.Name).Select(g => new TaskAttribute(g.Key, CellText.Stack([.. g.Select(a => a.Cell)]).Text));
        return new TaskRow(number, printedLabel, section, Requirement, byRole, schedule, [.. attributes], line) { UnitsInOne = UnitsInOne };
    }
}
