using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>
/// One row that holds several tasks: the target has a paragraph for each, with numbers that follow one another, and so has
/// at least one cell of names. The other cells are divided by paragraph.
/// </summary>
internal static class SharedRow
{
    private static readonly SourceColumn Target = new(ColumnRole.Target);
    private static readonly ColumnRole[] Names = [ColumnRole.Leaders, ColumnRole.LeadUnits, ColumnRole.SupportingUnits];

    /// <summary>The numbers in a target cell with the words of each, none where it has no number.</summary>
    internal static List<(int Number, CellText Target)> Targets(SourceRow row, int expected)
    {
        var cell = row[ColumnRole.Target];
        if (!TaskNumber.TryRead(cell, 0, expected, out var first, out var textStart)) return [];
        var starts = new List<(int Number, int From, int TextFrom)> { (first, 0, textStart) };
        foreach (var paragraph in cell.Paragraphs.Skip(1))
            if (TaskNumber.TryRead(cell, paragraph, starts[^1].Number + 1, out var number, out textStart)
                && number == starts[^1].Number + 1)
                starts.Add((number, paragraph, textStart));
        if (starts.Count > 1 && !Names.Any(role => row[role].Paragraphs.Count == starts.Count)) starts.RemoveRange(1, starts.Count - 1);
        return [.. starts.Select((s, i) =>
            (s.Number, cell.Slice(s.TextFrom, i + 1 < starts.Count ? starts[i + 1].From : cell.Text.Length)))];
    }

    /// <summary>The cells of each of the row's tasks.</summary>
    internal static IEnumerable<(int Number, RowCells Cells)> Divide(SourceRow row, List<(int Number, CellText Target)> tasks)
    {
        if (tasks is [var only]) return [(only.Number, row.Cells.With(Target, only.Target))];
        var targets = tasks.Select(t => t.Target).ToList();
        var shares = row.Cells.ToDictionary(c => c.Key, c => c.Key == Target ? targets : Shares(c.Value, targets));
        return tasks.Select((task, i) => (task.Number, RowCells.Of(shares.ToDictionary(s => s.Key, s => s.Value[i]), row.Cells)));
    }

    /// <summary>A cell's paragraphs among the tasks, in order; the whole cell to each where it has fewer paragraphs than tasks.</summary>
    private static List<CellText> Shares(CellText cell, List<CellText> targets)
    {
        if (cell.Paragraphs.Count < targets.Count) return [.. targets.Select(_ => cell)];
        var paragraphs = cell.SplitParagraphs().ToList();
        var ends = LikestShares.Ends(paragraphs, targets);
        return [.. ends.Select((end, i) =>
        {
            var from = i == 0 ? 0 : cell.Paragraphs[ends[i - 1]];
            return cell.Slice(from, end < paragraphs.Count ? cell.Paragraphs[end] : cell.Text.Length);
        })];
    }
}
