using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Progress;

/// <summary>
/// In which periods a task is reported. By quarter, as the city does; by half-year or by month where its schedule is divided so and not
/// otherwise (上半年：…下半年：…; 每月：…). Deadlines (6月底前) divide nothing.
/// </summary>
public static class TaskPeriods
{
    static readonly string[] HalfYears = ["上半年", "下半年", "每半年"];
    static readonly string[] Months = ["每月", "每个月"];

    public static PeriodKind Of(TaskContent task)
    {
        var marks = Marks(task).ToList();
        var (halves, months) = (marks.Count(m => Has(m.Mark, HalfYears)), marks.Count(m => Has(m.Mark, Months)));
        var others = marks.Count(m => m.Item.Kind is ScheduleKind.Quarters or ScheduleKind.EachQuarter && !Has(m.Mark, HalfYears) && !Has(m.Mark, Months));
        return others > 0 || (halves > 0 && months > 0) ? PeriodKind.Quarter
            : halves > 0 ? PeriodKind.HalfYear
            : months > 0 ? PeriodKind.Month
            : PeriodKind.Quarter;
    }

    /// <summary>The periods for which reports are owed: those in whose quarters something is due; where the schedule names none, all of the year.</summary>
    public static IReadOnlyList<ReportPeriod> Owed(TaskContent task)
    {
        var quarters = task.Schedule.SelectMany(i => i.Quarters).ToHashSet();
        return [.. ReportPeriod.OfYear(Of(task)).Where(p => quarters.Count == 0 || p.Kind == PeriodKind.HalfYear || quarters.Contains(p.Quarter))];
    }

    /// <summary>The quarters that such a period ends in: those for which a report is owed.</summary>
    public static int[] OwedQuarters(TaskContent task) => [.. Owed(task).Select(p => p.Quarter).Distinct()];

    /// <summary>Each item with the words between the item before it and itself: where the table says when it is due.</summary>
    static IEnumerable<(ScheduleItem Item, string Mark)> Marks(TaskContent task)
    {
        var (text, end, last) = (task.ScheduleText, 0, "");
        foreach (var item in task.Schedule.OrderBy(i => i.Span.Start))
        {
            var start = Math.Clamp(item.Span.Start, 0, text.Length);
            // Several items under one mark: the parts behind the first have labels of their own, or nothing before them.
            var mark = start > end ? text[end..start] : "";
            last = HasMark(mark) || mark.Contains('季', StringComparison.Ordinal) ? mark : last;
            yield return (item, last);
            end = Math.Max(end, Math.Clamp(item.Span.Start + item.Span.Length, 0, text.Length));
        }
    }

    static bool HasMark(string mark) => Has(mark, HalfYears) || Has(mark, Months);

    static bool Has(string mark, string[] words) => words.Any(w => mark.Contains(w, StringComparison.Ordinal));
}
