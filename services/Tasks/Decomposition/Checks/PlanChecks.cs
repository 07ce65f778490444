using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>What a clerk would raise about the plan as a whole and about each task.</summary>
internal static class PlanChecks
{
    internal static IEnumerable<Diagnostic> Find(IReadOnlyList<PlannedTask> tasks) =>
        NumberChecks.Find(tasks).Concat(tasks.SelectMany(Task)).Concat(RepeatChecks.Find(tasks));

    private static IEnumerable<Diagnostic> Task(PlannedTask task)
    {
        if (task.Target.Length == 0) yield return About(task, DiagnosticLevel.Error, DiagnosticCode.TargetEmpty, PlanCell.Target, "");
        if (task.Schedule.Count == 0)
            yield return About(task, DiagnosticLevel.Error, DiagnosticCode.ScheduleEmpty, PlanCell.Schedule, task.ScheduleText);
        if (task.LeadUnits.Count == 0) yield return About(task, DiagnosticLevel.Error, DiagnosticCode.LeadUnitMissing, PlanCell.LeadUnits, "");
        if (task.Leaders.Count == 0) yield return About(task, DiagnosticLevel.Notice, DiagnosticCode.LeaderMissing, PlanCell.Leaders, "");
        var promised = Promised.Of(task).Where(p => !p.Amount.GrowthRate && p.Kind.Length > 0).ToList();
        foreach (var found in ScheduleChecks.Find(task).Concat(SeriesChecks.Find(promised)).Concat(TargetChecks.Find(promised))
            .Concat(TotalChecks.Find(promised)).Concat(UnitChecks.Find(promised)))
            yield return found;
    }

    internal static Diagnostic About(PlannedTask task, DiagnosticLevel level, DiagnosticCode code, PlanCell cell, string words, string? why = null) =>
        new(level, code, task.Number, cell, task.SourceLine, Words.Shorten(words), why ?? Findings.Say(code.ToString()));
}
