using System.Globalization;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>Numbers that are missing between the first and the last, or carried by two tasks.</summary>
internal static class NumberChecks
{
    private const int MostGapsShown = 100;

    internal static IEnumerable<Diagnostic> Find(IReadOnlyList<PlannedTask> tasks)
    {
        var seen = new HashSet<int>();
        foreach (var task in tasks.Where(t => !seen.Add(t.Number)))
            yield return new Diagnostic(DiagnosticLevel.Error, DiagnosticCode.NumberDoubled, task.Number, null, task.SourceLine,
                Words.Shorten(task.Target), Findings.Say("NumberDoubled", task.Number));
        foreach (var missing in tasks.Any(t => t.Label is not null) ? Labels(tasks) : Numbers(seen)) yield return missing;
    }

    private static IEnumerable<Diagnostic> Numbers(HashSet<int> seen)
    {
        foreach (var missing in Enumerable.Range(1, seen.Max()).Where(n => !seen.Contains(n)).Take(MostGapsShown))
            yield return new Diagnostic(DiagnosticLevel.Error, DiagnosticCode.NumberMissing, missing, null, 1, "",
                Findings.Say("NumberMissing", missing, seen.Max()));
    }

    /// <summary>Printed numbers that jump, in tables that begin anew in each section.</summary>
    private static IEnumerable<Diagnostic> Labels(IReadOnlyList<PlannedTask> tasks)
    {
        for (var i = 1; i < tasks.Count; i++)
            if (tasks[i].Section == tasks[i - 1].Section && Printed(tasks[i - 1]) is { } before && Printed(tasks[i]) is { } number && number > before + 1)
                yield return new Diagnostic(DiagnosticLevel.Error, DiagnosticCode.NumberMissing, tasks[i].Number, null, tasks[i].SourceLine, "",
                    Findings.Say("NumberJumps", number, before));
    }

    private static int? Printed(PlannedTask task) =>
        task.Label is null ? task.Number : int.TryParse(task.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
