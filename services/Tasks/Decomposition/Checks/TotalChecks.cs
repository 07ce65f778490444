using Suite.Tasks.Decomposition.Quantities;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>Totals against their parts: the year's amounts of several parts of a task, and what 其中 takes out of an amount.</summary>
internal static class TotalChecks
{
    private const string Among = "：其中";

    internal static IEnumerable<Diagnostic> Find(List<Promised> promised) => Parts(promised).Concat(Taken(promised));

    /// <summary>The year's amounts of several parts against the only target in that unit, where every part states one.</summary>
    private static IEnumerable<Diagnostic> Parts(List<Promised> promised)
    {
        var parts = promised.Where(p => p is { Adds: true, OfYear: true, Workstream: not null }).GroupBy(p => p.Kind);
        foreach (var kind in parts.Where(k => k.Count() > 1 && k.DistinctBy(p => p.Workstream).Count() == k.Count()))
        {
            var sum = kind.Sum(p => p.High);
            if (promised.FindAll(t => t.Item is null && t.Kind == kind.Key) is [var total] && !Scale.IsNear(sum, total.High))
                yield return Differs(total, sum, DiagnosticLevel.Notice);
        }
    }

    /// <summary>招引项目100个，其中重大项目60个、外资项目50个: a part that is more than the whole, or parts that are. Parts may overlap.</summary>
    private static IEnumerable<Diagnostic> Taken(List<Promised> promised)
    {
        foreach (var item in promised.Where(p => p.Adds).GroupBy(p => p.Item))
            foreach (var parts in item.Where(p => p.Amount.Measure.Contains(Among, StringComparison.Ordinal)).GroupBy(p => p.Amount.Measure.Split(Among)[0]))
            {
                var whole = item.FirstOrDefault(p => p.Amount.Measure == parts.Key && p.Kind == parts.First().Kind);
                if (whole is null || parts.Any(p => p.Kind != whole.Kind)) continue;
                var sum = parts.Sum(p => p.Low);
                if (sum > whole.High && !Scale.IsNear(sum, whole.High))
                    yield return Differs(whole, sum, parts.Any(p => p.Low > whole.High) ? DiagnosticLevel.Warning : DiagnosticLevel.Notice);
            }
    }

    private static Diagnostic Differs(Promised total, double sum, DiagnosticLevel level) =>
        total.Raise(level, DiagnosticCode.TotalDiffers, Findings.Say("TotalDiffers", total.InMyUnit(sum), total.Written));
}
