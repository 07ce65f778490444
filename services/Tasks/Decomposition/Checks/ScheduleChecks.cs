using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>Schedules that name no quarter, or one period twice for the same part.</summary>
internal static class ScheduleChecks
{
    internal static IEnumerable<Diagnostic> Find(PlannedTask task) => Unmarked(task).Concat(
        task.Schedule.Where((item, at) => item.Kind == ScheduleKind.Quarters && !NamesMonth(task, item, at))
            .GroupBy(i => i.Workstream).Select(part => Doubled(task, [.. part])).OfType<Diagnostic>());

    private static IEnumerable<Diagnostic> Unmarked(PlannedTask task)
    {
        if (task.ScheduleText.Length == 0) yield break;
        if (task.Schedule.All(i => i.Kind == ScheduleKind.Unmarked))
            yield return Raise(task, DiagnosticLevel.Warning, DiagnosticCode.ScheduleWithoutQuarter, task.ScheduleText, Findings.Say("ScheduleUnmarked"));
        else
            foreach (var part in task.Schedule.GroupBy(i => i.Workstream).Where(g => g.All(i => i.Kind == ScheduleKind.Unmarked)))
                yield return Raise(task, DiagnosticLevel.Notice, DiagnosticCode.ScheduleWithoutQuarter, part.First().Text,
                    part.Key is null ? Findings.Say("BeginningUnmarked") : Findings.Say("PartUnmarked", part.Key));
    }

    /// <summary>One finding a part: a period named twice is a slip, one that lies within another (一、二季度 … 二季度) only worth knowing.</summary>
    private static Diagnostic? Doubled(PlannedTask task, List<ScheduleItem> part)
    {
        var twice = part.GroupBy(i => string.Join('、', i.Quarters)).Where(g => g.Count() > 1).MaxBy(g => g.Count());
        if (twice is not null)
            return Raise(task, DiagnosticLevel.Warning, DiagnosticCode.QuarterDoubled, twice.ElementAt(1).Text, Findings.Say("PeriodDoubled", twice.Key, twice.Count()));
        var shared = part.SelectMany(i => i.Quarters).GroupBy(q => q).Where(g => g.Count() > 1).Select(g => g.Key).Order().ToList();
        return shared.Count == 0 ? null : Raise(task, DiagnosticLevel.Notice, DiagnosticCode.QuarterDoubled,
            part.Last(i => i.Quarters.Contains(shared[0])).Text, Findings.Say("PeriodsOverlap", string.Join('、', shared)));
    }

    /// <summary>Several months or days of one quarter are no repetition of it.</summary>
    private static bool NamesMonth(PlannedTask task, ScheduleItem item, int at)
    {
        var from = at == 0 ? 0 : task.Schedule[at - 1].Span.End;
        return item.Span.Start > from ? task.ScheduleText.AsSpan(from, item.Span.Start - from).ContainsAny('月', '日') : item.Text.Contains('月');
    }

    private static Diagnostic Raise(PlannedTask task, DiagnosticLevel level, DiagnosticCode code, string words, string why) =>
        PlanChecks.About(task, level, code, PlanCell.Schedule, words, why);
}
