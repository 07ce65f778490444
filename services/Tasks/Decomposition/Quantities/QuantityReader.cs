using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Reads the commitments of a cell, one stretch after another. Of how amounts accumulate only what their own sentence says is
/// decided here (Cumulative), the rest over the whole task.
/// </summary>
/// <param name="indicator">The indicator whose figures the cell holds, null where it holds words: a figure alone is an amount there, whatever its unit.</param>
internal sealed class QuantityReader(CellText cell, TaskMeasures measures, string? indicator = null)
{
    /// <summary>A stretch with more numbers than this is a list or noise, not a plan's sentence.</summary>
    private const int MostAmounts = 500;

    private readonly List<TextSpan> enclosures = Enclosures.Find(cell.Folded);

    /// <summary>True once a stretch held more numbers than are read.</summary>
    internal bool GaveUp { get; private set; }

    /// <summary>The commitments within a span of the cell, in order, with spans in the cell's clean text.</summary>
    internal IReadOnlyList<Commitment> Read(TextSpan within, IReadOnlyList<int> quarters, string? workstream = null)
    {
        var text = new Clauses(cell.Folded, within.Start, within.End, enclosures);
        var amounts = AmountScanner.Scan(cell.Folded, within.Start, within.End);
        GaveUp |= amounts.Count > MostAmounts;
        if (amounts.Count > MostAmounts) return [];
        amounts.RemoveAll(a => NotAmounts.Is(a, text) || !Promise.Is(a, text));
        var figure = indicator is null ? null : Figure.Read(cell.Folded, within.Start, within.End);
        if (figure is not null && amounts.Count == 0) amounts.Add(figure);
        measures.Begin();
        var read = amounts.Count == 0 ? [] : new Commitment[amounts.Count];
        for (var i = 0; i < read.Length; i++)
            read[i] = Commitment(amounts[i], text, quarters, workstream,
                i > 0 ? amounts[i - 1].End : within.Start, i + 1 < amounts.Count ? amounts[i + 1].Start : within.End);
        if (figure is not null && Figure.IsRate(indicator) && Units.IsShare(read[0].Unit ?? "")) read[0] = read[0] with { GrowthRate = true };
        return read;
    }

    private Commitment Commitment(
        Amount amount, Clauses text, IReadOnlyList<int> quarters, string? workstream, int previousEnd, int nextStart)
    {
        var (measure, words) = MeasureRule.Read(amount, text, cell.Text, previousEnd, nextStart);
        return new Commitment(
            measures.Complete(measure, amount, text, cell.Text, workstream), amount.Value, amount.Max,
            amount.Unit.Length == 0 ? null : amount.Unit, ComparatorRule.Read(amount, text),
            CumulativeWords.Govern(amount, text) ? Accumulation.Cumulative : Accumulation.Undetermined,
            GrowthRule.Is(amount, text), cell.At(words), words, QuarterHint.Read(amount, text, quarters));
    }
}
