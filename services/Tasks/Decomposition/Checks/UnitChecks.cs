using Suite.Tasks.Decomposition.Quantities;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>
/// The same thing counted in two units within a task: 万人 and 万人次, 亩 and 公顷. A size beside a count (1500平方米 and 1个) is no
/// change; neither are two words for people.
/// </summary>
internal static class UnitChecks
{
    private const int ShortestName = 3;

    internal static IEnumerable<Diagnostic> Find(List<Promised> promised)
    {
        foreach (var same in promised.Where(p => p.Adds && p.Core.Length >= ShortestName).GroupBy(p => p.Core))
        {
            var first = same.First();
            var other = same.FirstOrDefault(p => p.Kind != first.Kind && Units.IsSize(p.Kind) == Units.IsSize(first.Kind));
            if (other is not null)
                yield return other.Raise(DiagnosticLevel.Notice, DiagnosticCode.UnitChanges,
                    Findings.Say("UnitChanges", first.Amount.Measure, string.Join('、', same.Select(p => p.Amount.Unit).Distinct())));
        }
    }
}
