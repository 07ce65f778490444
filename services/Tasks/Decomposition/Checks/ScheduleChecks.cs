namespace Suite.Tasks.Decomposition.Checks;

/// <summary>Schedules that name no quarter, or one quarter twice for the same workstream.</summary>
internal static class ScheduleChecks
{
    internal static IEnumerable<Diagnostic> Find(PlannedTask task)
    {
        if (task.Schedule.Count > 0 && task.Schedule.All(i => i.Kind == ScheduleKind.Unmarked))
            yield return PlanChecks.About(task, DiagnosticLevel.Warning, DiagnosticCode.ScheduleWithoutQuarter, PlanCell.Schedule,
                task.ScheduleText, "The schedule names no quarter; it counts for all four.");
        else
            foreach (var stream in task.Schedule.GroupBy(i => i.Workstream).Where(g => g.All(i => i.Kind == ScheduleKind.Unmarked)))
                yield return PlanChecks.About(task, DiagnosticLevel.Notice, DiagnosticCode.ScheduleWithoutQuarter, PlanCell.Schedule,
                    stream.First().Text, $"No quarter is named for {stream.Key ?? "the words before the first workstream"}; it counts for all four.");
        foreach (var stream in task.Schedule.Where((item, at) => item.Kind == ScheduleKind.Quarters && !NamesMonth(task, item, at)).GroupBy(i => i.Workstream))
            foreach (var quarter in stream.SelectMany(i => i.Quarters).GroupBy(q => q).Where(g => g.Count() > 1))
                yield return PlanChecks.About(task, DiagnosticLevel.Warning, DiagnosticCode.QuarterDoubled, PlanCell.Schedule,
                    stream.First(i => i.Quarters.Contains(quarter.Key)).Text, $"Quarter {quarter.Key} is named {quarter.Count()} times for the same part.");
    }

    /// <summary>Several months or days of one quarter are no repetition of it.</summary>
    private static bool NamesMonth(PlannedTask task, ScheduleItem item, int at)
    {
        var from = at == 0 ? 0 : task.Schedule[at - 1].Span.End;
        return item.Span.Start > from ? task.ScheduleText.AsSpan(from, item.Span.Start - from).ContainsAny('月', '日') : item.Text.Contains('月');
    }
}
