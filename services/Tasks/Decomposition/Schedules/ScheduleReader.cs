using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>An item before its quantities are read.</summary>
internal sealed record ScheduleDraft(string? Workstream, Period Period, TextSpan Span);

/// <summary>
/// A schedule cell to items: what stands between two marks, under the label and the period in force. Marks and items
/// together cover the cell. A cell that says no more than a period is one item with those words.
/// </summary>
internal static class ScheduleReader
{
    internal static (List<ScheduleDraft> Items, List<Mark> Marks) Read(CellText cell)
    {
        if (WholePeriod.TryRead(cell.Folded) is { } deadline) return ([new ScheduleDraft(null, deadline, new TextSpan(0, cell.Text.Length))], []);
        var marks = BareMarks.Add(cell, new MarkFinder(cell).Find());
        var path = new WorkstreamPath(cell);
        var items = new List<ScheduleDraft>();
        var period = Period.Unmarked;
        for (var i = -1; i < marks.Count; i++)
        {
            if (i >= 0)
            {
                if (marks[i].Label is not null) path.Enter(marks[i], items.Count);
                period = marks[i].Period ?? Period.Unmarked;
            }
            var from = i < 0 ? 0 : marks[i].Span.End;
            var to = i + 1 < marks.Count ? marks[i + 1].Span.Start : cell.Text.Length;
            if (HasWords(cell.Folded, from, to)) items.Add(new ScheduleDraft(path.Name, period, new TextSpan(from, to - from)));
            else if (to > from && i >= 0) marks[i] = marks[i] with { Span = new TextSpan(marks[i].Span.Start, to - marks[i].Span.Start) };
        }
        return (Routine(cell, items), marks);
    }

    /// <summary>Part by part; what a part's words leave open, its column tells.</summary>
    internal static List<ScheduleDraft> Read(ScheduleCell schedule)
    {
        var items = new List<ScheduleDraft>();
        foreach (var part in schedule.Parts)
            foreach (var item in Read(schedule.Text.Slice(part.Span.Start, part.Span.End)).Items)
                items.Add(new ScheduleDraft(item.Workstream,
                    part.Period is { } period && Leaves(item.Period.Kind, period) ? period : item.Period,
                    new TextSpan(item.Span.Start + part.Span.Start, item.Span.Length)));
        return items;
    }

    /// <summary>True where the words leave to their column when they are due; 每季度 under 长期坚持 says more than that does.</summary>
    private static bool Leaves(ScheduleKind words, Period column) =>
        words == ScheduleKind.Unmarked || (words == ScheduleKind.EachQuarter && column.Kind == ScheduleKind.Quarters);

    private static bool HasWords(string folded, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (char.IsLetterOrDigit(folded[i])) return true;
        return false;
    }

    /// <summary>A schedule without any mark whose first sentence tells what happens each quarter.</summary>
    private static List<ScheduleDraft> Routine(CellText cell, List<ScheduleDraft> items)
    {
        if (items is not [{ Period.Kind: ScheduleKind.Unmarked, Workstream: null } only]) return items;
        var stop = cell.Folded.IndexOf('。', only.Span.Start);
        var sentence = cell.Folded[only.Span.Start..(stop < 0 ? only.Span.End : stop)];
        var routine = sentence.Contains("每季度", StringComparison.Ordinal) || sentence.Contains("每个季度", StringComparison.Ordinal)
            || sentence.StartsWith("以季度为单位", StringComparison.Ordinal);
        return routine ? [only with { Period = Period.EachQuarter }] : items;
    }
}
