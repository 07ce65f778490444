using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>Amounts that count from 1 January, or tell how far one work is, and are smaller than in an earlier quarter.</summary>
internal static class SeriesChecks
{
    internal static IEnumerable<Diagnostic> Find(List<Promised> promised) => Strand.Of(promised).SelectMany(Falls);

    /// <summary>Only amounts of the very same words: 储备项目10个 and later 投资项目5个 are two series.</summary>
    private static IEnumerable<Diagnostic> Falls(Strand strand)
    {
        foreach (var same in strand.Amounts.Where(p => p.Amount.Accumulation == Accumulation.Cumulative).GroupBy(p => p.Amount.Measure))
        {
            var rising = same.ToList();
            for (var i = 1; i < rising.Count; i++)
                if (rising[i].High < rising[i - 1].Low && rising[i].Due > rising[i - 1].Due)
                    yield return rising[i].Raise(DiagnosticLevel.Warning, DiagnosticCode.SeriesFalls,
                        Findings.Say("SeriesFalls", rising[i].Amount.Measure, rising[i - 1].Written, rising[i].Written));
        }
    }
}
