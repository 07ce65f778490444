using System.Globalization;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Progress;

/// <summary>What holds for a report as entered, apart from its figures' values.</summary>
static class Entered
{
    /// <param name="inForce">Ordinals of the task's commitments.</param>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static void Check(EnteredContent entered, TaskContent task, HashSet<int> inForce)
    {
        CheckParts(entered.Parts, task);
        foreach (var (missing, index) in entered.Unreported.Select((u, i) => (u, i)))
            if (!inForce.Contains(missing.Ordinal))
                throw Problems.InvalidField(string.Create(CultureInfo.InvariantCulture, $"report.unreported_figures[{index}].commitment"), $"the task has the commitments {Ordinals(inForce)}.");
        RequireOnce(entered.Figures.Select(f => f.Ordinal).Concat(entered.Unreported.Select(u => u.Ordinal)), "report.unreported_figures", "answer commitment");
    }

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static void RequireOnce<T>(IEnumerable<T> keys, string field, string verb)
    {
        var doubled = keys.GroupBy(k => k).FirstOrDefault(g => g.Count() > 1);
        if (doubled is not null) throw Problems.InvalidField(field, $"{verb} {doubled.Key} more than once.");
    }

    /// <summary>1 to 5, or one by one where an edition left gaps.</summary>
    public static string Ordinals(HashSet<int> ordinals) => ordinals.Count > 0 && ordinals.Max() == ordinals.Count
        ? string.Create(CultureInfo.InvariantCulture, $"1 to {ordinals.Count}")
        : string.Join(", ", ordinals.Order());

    static void CheckParts(IReadOnlyList<ReportPart> parts, TaskContent task)
    {
        var workstreams = task.Workstreams().ToList();
        foreach (var (part, index) in parts.Select((p, i) => (p, i)))
            if (!workstreams.Contains(part.Workstream))
                throw Problems.InvalidField(string.Create(CultureInfo.InvariantCulture, $"report.parts[{index}].workstream"),
                    workstreams.Count == 0 ? "this task has no workstreams." : $"must be one of {string.Join(", ", workstreams.Select(w => $"'{w}'"))}.");
        RequireOnce(parts.Select(p => p.Workstream), "report.parts", "tell of");
    }
}
