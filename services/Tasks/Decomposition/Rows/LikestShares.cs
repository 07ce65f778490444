using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>Divides paragraphs in order among targets so that each goes to the target whose words it shares most.</summary>
internal static class LikestShares
{
    private const int MostCells = 2_000;

    /// <summary>For each target the index behind its last paragraph; every target gets at least one.</summary>
    internal static List<int> Ends(List<CellText> paragraphs, List<CellText> targets)
    {
        var (n, k) = (paragraphs.Count, targets.Count);
        if (n == k || (long)n * k > MostCells) return [.. Enumerable.Range(1, k).Select(i => i == k ? n : i)];
        var pairs = targets.ConvertAll(t => Pairs(t.Folded));
        var amounts = targets.ConvertAll(t => Amounts(t.Folded));
        var best = new double[k + 1, n + 1];
        var taken = new bool[k + 1, n + 1];
        for (var t = 1; t <= k; t++)
            for (var p = t; p <= n; p++)
            {
                var fresh = best[t - 1, p - 1];
                var same = p > t ? best[t, p - 1] : double.NegativeInfinity;
                if (t == 1 && p > 1) fresh = double.NegativeInfinity;
                taken[t, p] = same > fresh;
                best[t, p] = Math.Max(same, fresh) + Likeness(paragraphs[p - 1].Folded, pairs[t - 1], amounts[t - 1]);
            }
        return Walk(taken, k, n);
    }

    private static List<int> Walk(bool[,] taken, int k, int n)
    {
        var ends = new List<int>();
        for (var (t, p) = (k, n); t > 0; t--)
        {
            ends.Insert(0, p);
            while (taken[t, p]) p--;
            p--;
        }
        return ends;
    }

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text.Skip(1))];

    /// <summary>Shared pairs of characters as a share of the target's; an amount the target names is worth as much as all of them.</summary>
    private static double Likeness(string paragraph, HashSet<(char, char)> target, HashSet<string> amounts)
    {
        var words = target.Count == 0 ? 0 : Pairs(paragraph).Count(target.Contains) / (double)target.Count;
        return words + Amounts(paragraph).Count(amounts.Contains);
    }

    /// <summary>Numbers with the two characters behind them, which are the unit: 100个停, 8万个. Years are no amounts.</summary>
    private static HashSet<string> Amounts(string text)
    {
        var found = new HashSet<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var end = i;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.')) end++;
            if (end + 1 < text.Length && text[end] is not ('年' or '月')) found.Add(text[i..(end + 2)]);
            i = end;
        }
        return found;
    }
}
