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
        foreach (var missing in Enumerable.Range(1, seen.Max()).Where(n => !seen.Contains(n)).Take(MostGapsShown))
            yield return new Diagnostic(DiagnosticLevel.Error, DiagnosticCode.NumberMissing, missing, null, 1, "",
                Findings.Say("NumberMissing", missing, seen.Max()));
    }
}
