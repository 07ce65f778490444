namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>A row of numbers with one noun behind the last: 5处部级、3处省级、56处镇级督办路段整治 are three kinds of 督办路段整治.</summary>
internal static class SharedNoun
{
    private const int LongestKind = 3;
    private const int LongestRow = 10;

    /// <summary>The words behind a number, with the noun of its row where they name only a kind of it.</summary>
    internal static string Complete(string right, Amount amount, Clauses text, string original)
    {
        if (right.Length is 0 or > LongestKind) return right;
        var clause = text.ClauseAt(amount.Start);
        var last = amount;
        foreach (var next in AmountScanner.Scan(text.Folded, amount.End, clause.End).Take(LongestRow))
            if (next.Unit == amount.Unit && next.Start - last.End <= LongestKind + 1 && text.Folded[next.Start - 1] is '、' or '和' or '及') last = next;
            else break;
        var kind = last == amount ? -1 : original.IndexOf(right[^1], last.End, Math.Min(LongestKind, clause.End - last.End));
        return kind < 0 ? right : right + original[(kind + 1)..clause.End];
    }
}
