using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Progress;

/// <summary>
/// Which commitments a report of a period has to answer: what each quarter promises anew (每季度), in every period; what is promised over
/// several quarters, in the one where the last of them ends; the annual target, at the end of the year.
/// </summary>
public static class DueFigures
{
    public static IEnumerable<TaskCommitment> Of(TaskContent task, ReportPeriod period)
    {
        var ending = period.QuartersEnding.ToHashSet();
        return task.Commitments().Where(c =>
            c.Annual ? period.IsLast
            : c.Item!.Kind == ScheduleKind.EachQuarter ? c.Quarters.Any(ending.Contains)
            : ending.Contains(c.Quarters.Max()));
    }

    /// <summary>Those that are due, have no figure, and nobody says why.</summary>
    public static IReadOnlyList<TaskCommitment> Missing(TaskContent task, ReportPeriod period, ReportContent content)
    {
        var answered = content.Figures.Select(f => f.Ordinal).Concat(content.Unreported.Select(u => u.Ordinal)).ToHashSet();
        return [.. Of(task, period).Where(c => !answered.Contains(c.Ordinal))];
    }
}
