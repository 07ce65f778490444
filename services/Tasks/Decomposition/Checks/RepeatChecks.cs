using Suite.Tasks.Decomposition.Quantities;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>The same commitment in two tasks, in the target or in the same quarters, with the same or with different figures.</summary>
internal static class RepeatChecks
{
    private const int ShortestName = 4;

    internal static IEnumerable<Diagnostic> Find(IReadOnlyList<PlannedTask> tasks)
    {
        var first = new Dictionary<(string, string, string), Promised>();
        var pairs = new HashSet<(int, int, string)>();
        foreach (var promised in tasks.SelectMany(Promised.Of).Where(p => p.Core.Length >= ShortestName && p.Kind.Length > 0 && !p.Amount.GrowthRate))
        {
            var when = promised.Item is null ? "year" : $"{string.Concat(promised.Item.Quarters)}{promised.Amount.Accumulation}";
            if (!first.TryAdd((promised.Core, promised.Kind, when), promised)
                && Differs(first[(promised.Core, promised.Kind, when)], promised) is { } found
                && pairs.Add((first[(promised.Core, promised.Kind, when)].Task.Number, promised.Task.Number, $"{promised.Core}{found.Level}")))
                yield return found;
        }
    }

    private static Diagnostic? Differs(Promised earlier, Promised later)
    {
        if (earlier.Task == later.Task) return null;
        var same = Scale.IsNear(later.Value, earlier.Value);
        return later.Raise(same ? DiagnosticLevel.Notice : DiagnosticLevel.Warning, DiagnosticCode.CommitmentRepeated,
            $"Task {earlier.Task.Number} promises {(same ? "the same" : "another figure")}: {earlier.Amount.Verbatim}.");
    }
}
