using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Reads the commitments of one stretch of a cell. Of how amounts accumulate only what their own sentence says is decided here
/// (Cumulative), the rest over the whole task.
/// </summary>
internal static class QuantityReader
{
    /// <summary>The commitments between two offsets of a cell, in order, spans in the cell's clean text.</summary>
    internal static List<Commitment> Read(CellText cell, TextSpan within, IReadOnlyList<int> quarters, TaskMeasures measures, string? workstream = null)
    {
        var text = new Clauses(cell.Folded, within.Start, within.End, Enclosures.Find(cell.Folded));
        var amounts = AmountScanner.Scan(cell.Folded, within.Start, within.End)
            .Where(a => !NotAmounts.Is(a, text) && Promise.Is(a, text)).ToList();
        var found = new List<Commitment>();
        measures.Begin();
        for (var i = 0; i < amounts.Count; i++)
        {
            var amount = amounts[i];
            var (measure, words) = MeasureRule.Read(amount, text, cell.Text,
                i > 0 ? amounts[i - 1].End : within.Start, i + 1 < amounts.Count ? amounts[i + 1].Start : within.End);
            measure = measures.Complete(measure, amount, text, cell.Text, workstream);
            found.Add(new Commitment(measure, amount.Value, amount.Max, amount.Unit.Length == 0 ? null : amount.Unit,
                ComparatorRule.Read(amount, text), CumulativeWords.Govern(amount, text) ? Accumulation.Cumulative : Accumulation.Undetermined, GrowthRule.Is(amount, text), cell.At(words), words,
                QuarterHint.Read(amount, text, quarters)));
        }
        return found;
    }
}
