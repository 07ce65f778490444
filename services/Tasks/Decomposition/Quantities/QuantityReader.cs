using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Reads the commitments of one stretch of a cell; how amounts accumulate is decided over the whole task.</summary>
internal static class QuantityReader
{
    /// <summary>The commitments between two offsets of a cell, in order, spans in the cell's clean text.</summary>
    internal static List<Commitment> Read(CellText cell, TextSpan within, IReadOnlyList<int> quarters)
    {
        var text = new Clauses(cell.Folded, within.Start, within.End, Enclosures.Find(cell.Folded));
        var amounts = AmountScanner.Scan(cell.Folded, within.Start, within.End).Where(a => !NotAmounts.Is(a, text)).ToList();
        var found = new List<Commitment>();
        for (var i = 0; i < amounts.Count; i++)
        {
            var amount = amounts[i];
            if (!Promise.Is(amount, text)) continue;
            var (measure, words) = MeasureRule.Read(amount, text, cell.Text,
                i > 0 ? amounts[i - 1].End : within.Start, i + 1 < amounts.Count ? amounts[i + 1].Start : within.End);
            found.Add(new Commitment(measure, amount.Value, amount.Max, amount.Unit.Length == 0 ? null : amount.Unit,
                ComparatorRule.Read(amount, text), Accumulation.Undetermined, GrowthRule.Is(amount, text), cell.At(words), words,
                QuarterHint.Read(amount, text, quarters)));
        }
        return found;
    }
}
