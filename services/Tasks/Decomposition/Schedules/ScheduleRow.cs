using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>What the cells of one row say of the schedule, in the order of their columns.</summary>
internal sealed record ScheduleRow(IReadOnlyList<(CellText? Name, Period? Period, CellText Words)> Parts)
{
    /// <summary>
    /// A deadline beside words is the name of their period, unless the words name periods themselves; alone, or where it says more than when,
    /// it is schedule itself.
    /// </summary>
    /// <param name="year">The plan's, null where it names none; a deadline behind it is no part of the schedule.</param>
    internal static ScheduleRow Of(List<(SourceColumn Column, CellText Cell)> row, int? year)
    {
        var words = Covered(row.FindAll(c => c.Column.Role == ColumnRole.Schedule), year);
        var deadlines = Covered(row.FindAll(c => c.Column.Role == ColumnRole.Deadline && !WholePeriod.IsBehind(c.Cell.Folded, year)), year);
        var due = deadlines is [var only] && NamesAll(words, only.Cell) ? only.Cell : null;
        var parts = words.ConvertAll(c => due is not null ? (due, WholePeriod.TryRead(due.Folded), c.Cell) : OfColumn(c.Column, c.Cell));
        parts.AddRange(deadlines.Where(d => words.Count == 0 || WholePeriod.TryRead(d.Cell.Folded) is null).Select(d => ((CellText?)null, (Period?)null, d.Cell)));
        return new ScheduleRow(parts);
    }

    /// <summary>The deadlines that are no part of the schedule, by their columns' names.</summary>
    internal static IEnumerable<(string Name, CellText Cell)> Apart(List<(SourceColumn Column, CellText Cell)> row, int? year)
    {
        var words = Covered(row.FindAll(c => c.Column.Role == ColumnRole.Schedule), year);
        var deadlines = row.FindAll(c => c.Column.Role == ColumnRole.Deadline);
        var behind = deadlines.FindAll(d => WholePeriod.IsBehind(d.Cell.Folded, year));
        deadlines.RemoveAll(behind.Contains);
        if (words.Count == 0 || (deadlines is [var only] && NamesAll(words, only.Cell))) deadlines.Clear();
        return behind.Concat(deadlines.Where(d => WholePeriod.TryRead(d.Cell.Folded) is not null)).Select(d => (d.Column.Name.Length > 0 ? d.Column.Name : "完成时限", d.Cell));
    }

    private static List<(SourceColumn Column, CellText Cell)> Covered(List<(SourceColumn Column, CellText Cell)> cells, int? year) =>
        cells.ConvertAll(c => (c.Column, OtherYears.Cover(c.Cell, year)));

    private static bool NamesAll(List<(SourceColumn Column, CellText Cell)> words, CellText deadline) =>
        words.Count > 0 && WholePeriod.TryRead(deadline.Folded) is not null
        && words.TrueForAll(w => w.Column.Name.Length == 0 && ScheduleReader.Read(w.Cell).Marks.TrueForAll(m => m.Period is null));

    private static (CellText?, Period?, CellText) OfColumn(SourceColumn column, CellText cell) =>
        column.Name.Length > 0 && WholePeriod.TryRead(Width.Fold(column.Name)) is { } period ? (CellText.Of(column.Name), period, cell) : (null, null, cell);
}
