namespace Suite.Tasks.Decomposition.Checks;

/// <summary>What a clerk would raise about the plan as a whole and about each task.</summary>
internal static class PlanChecks
{
    internal static IEnumerable<Diagnostic> Find(IReadOnlyList<PlannedTask> tasks) =>
        NumberChecks.Find(tasks).Concat(tasks.SelectMany(Task)).Concat(RepeatChecks.Find(tasks));

    private static IEnumerable<Diagnostic> Task(PlannedTask task)
    {
        if (task.Target.Length == 0)
            yield return About(task, DiagnosticLevel.Error, DiagnosticCode.TargetEmpty, PlanCell.Target, "", "The task has no annual target.");
        if (task.Schedule.Count == 0)
            yield return About(task, DiagnosticLevel.Error, DiagnosticCode.ScheduleEmpty, PlanCell.Schedule, task.ScheduleText, "The task has no schedule.");
        if (task.LeadUnits.Count == 0)
            yield return About(task, DiagnosticLevel.Error, DiagnosticCode.LeadUnitMissing, PlanCell.LeadUnits, "", "The task has no lead unit.");
        if (task.Leaders.Count == 0)
            yield return About(task, DiagnosticLevel.Notice, DiagnosticCode.LeaderMissing, PlanCell.Leaders, "", "The task has no leader.");
        foreach (var diagnostic in ScheduleChecks.Find(task).Concat(SeriesChecks.Find(task))) yield return diagnostic;
    }

    internal static Diagnostic About(
        PlannedTask task, DiagnosticLevel level, DiagnosticCode code, PlanCell cell, string words, string why) =>
        new(level, code, task.Number, cell, task.SourceLine, Words.Shorten(words), why);
}
