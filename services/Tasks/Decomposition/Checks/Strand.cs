using Suite.Tasks.Decomposition.Quantities;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>The amounts of one measure in one part of a task, over its quarters, in the order they fall due.</summary>
internal sealed record Strand(IReadOnlyList<Promised> Amounts)
{
    internal Promised First => Amounts[0];

    internal Promised Last => Amounts[^1];

    internal static List<Strand> Of(List<Promised> promised) =>
        [.. promised.Where(p => p.InQuarters).GroupBy(p => (p.Workstream, p.Core, p.Kind)).Select(g => new Strand([.. g.OrderBy(p => p.Due)]))];

    /// <summary>What the quarters come to by the year's end; null where that can't be told.</summary>
    internal double? Reached()
    {
        if (Last.Due < 4) return null;
        if (Amounts.LastOrDefault(p => p.Amount.Accumulation == Accumulation.Cumulative) is { } cumulative)
            return cumulative.Due == 4 ? cumulative.High : null;
        if (Amounts.All(p => p.Amount.Accumulation == Accumulation.Undetermined)) return Units.IsShare(First.Kind) ? Last.High : null;
        return Amounts.Count > 1 && Amounts.All(p => p.Amount.Accumulation == Accumulation.InPeriod) ? Amounts.Sum(p => p.High) : null;
    }
}
