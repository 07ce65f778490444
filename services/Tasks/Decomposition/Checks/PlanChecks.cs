using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>What a clerk would raise about the plan as a whole and about each task.</summary>
internal static class PlanChecks
{
    /// <param name="saysWhen">True where the document has a column for schedules.</param>
    /// <param name="saysLeaders">True where it has one for leaders.</param>
    internal static IEnumerable<Diagnostic> Find(IReadOnlyList<PlannedTask> tasks, bool saysWhen, bool saysLeaders) =>
        NumberChecks.Find(tasks).Concat(Gaps(tasks, saysWhen, saysLeaders)).Concat(Promises(tasks));

    /// <summary>Task by task, and of what each promises against the tasks before.</summary>
    private static IEnumerable<Diagnostic> Promises(IReadOnlyList<PlannedTask> tasks)
    {
        var repeats = new RepeatChecks();
        foreach (var task in tasks)
        {
            var promised = Promised.Of(task);
            repeats.Add(promised);
            foreach (var found in Task(task, promised.FindAll(p => !p.Amount.GrowthRate && p.Kind.Length > 0))) yield return found;
        }
        foreach (var found in repeats.Find()) yield return found;
    }

    /// <summary>What a task lacks that the document has a place for.</summary>
    private static IEnumerable<Diagnostic> Gaps(IReadOnlyList<PlannedTask> tasks, bool saysWhen, bool saysLeaders)
    {
        // The items of a list say when or leave it; where others do, one that does not may be an oversight.
        var some = tasks.Any(t => t.ScheduleText.Length > 0);
        foreach (var task in tasks)
        {
            if (task.ScheduleText.Length == 0 && task.Attributes.FirstOrDefault(a => WholePeriod.TryRead(Width.Fold(a.Text)) is not null) is { } other)
                yield return About(task, DiagnosticLevel.Notice, DiagnosticCode.ScheduleEmpty, PlanCell.Schedule, other.Text, Findings.Say("DeadlineBehindYear", other.Text));
            else if (task.ScheduleText.Length == 0 && (saysWhen || some))
                yield return About(task, saysWhen ? DiagnosticLevel.Error : DiagnosticLevel.Warning, DiagnosticCode.ScheduleEmpty, PlanCell.Schedule, "",
                    saysWhen ? null : Findings.Say("DeadlineOfOthersOnly"));
            if (saysLeaders && task.Leaders.Count == 0) yield return About(task, DiagnosticLevel.Notice, DiagnosticCode.LeaderMissing, PlanCell.Leaders, "");
        }
        if (tasks.All(t => t.ScheduleText.Length == 0) && !saysWhen)
            yield return new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.ScheduleEmpty, null, PlanCell.Schedule, 1, "", Findings.Say("SchedulesAbsent"));
    }

    private static IEnumerable<Diagnostic> Task(PlannedTask task, List<Promised> promised)
    {
        if (task.Target.Length == 0) yield return About(task, DiagnosticLevel.Error, DiagnosticCode.TargetEmpty, PlanCell.Target, "");
        if (task.LeadUnits.Count == 0) yield return About(task, DiagnosticLevel.Error, DiagnosticCode.LeadUnitMissing, PlanCell.LeadUnits, "");
        foreach (var found in ScheduleChecks.Find(task).Concat(SeriesChecks.Find(promised)).Concat(TargetChecks.Find(promised))
            .Concat(TotalChecks.Find(promised)).Concat(UnitChecks.Find(promised)))
            yield return found;
    }

    internal static Diagnostic About(PlannedTask task, DiagnosticLevel level, DiagnosticCode code, PlanCell cell, string words, string? why = null) =>
        new(level, code, task.Number, cell, task.SourceLine, Words.Shorten(words), why ?? Findings.Say(code.ToString()));
}
