using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>What a task is about, for amounts that name no subject: the object of its target's first clause, where that clause holds no number.</summary>
internal static class Theme
{
    private const int Shortest = 4;
    private const int Longest = 24;
    private const int ShortestName = 2;
    private const int LongestName = 40;

    /// <summary>A cell that is no more than a name (社会消费品零售总额), beside a target that only says how much (增长7.5%).</summary>
    internal static string? OfTitle(CellText title) =>
        title.Text.Length is >= Shortest and <= Longest && title.Folded.AsSpan().IndexOfAny(",。;:!?") < 0
        && AmountScanner.Scan(title.Folded, 0, title.Text.Length).Count == 0 ? title.Text : null;

    /// <summary>
    /// The name of an indicator, beside a target that is a figure: without the unit in its brackets, its number, and 其中 of one that is part of
    /// the one above.
    /// </summary>
    internal static string? OfIndicator(CellText title)
    {
        var from = Schedules.Enumerator.End(title.Folded, 0);
        if (Units.At(title.Folded, from, "其中")) from += title.Folded.AsSpan(from).StartsWith("其中:") ? 3 : 2;
        var name = WithoutUnit(title.Text[from..]);
        return name.Length is >= ShortestName and <= LongestName && Width.Fold(name).AsSpan().IndexOfAny("。;!?") < 0 ? name : null;
    }

    private static string WithoutUnit(string name)
    {
        var folded = Width.Fold(name);
        return folded.EndsWith(')') && folded.LastIndexOf('(') is > 0 and var open && Units.Is(folded[(open + 1)..^1]) ? name[..open] : name;
    }

    internal static string? Of(string target, string folded)
    {
        var clause = new Clauses(folded, 0, folded.Length, Enclosures.Find(folded)).ClauseAt(0);
        if (AmountScanner.Scan(folded, 0, clause.End).Exists(a => !a.InWords)) return null;
        var theme = WithoutUnit(Verbs.Object(Time.Without(target[clause.Start..clause.End])));
        return theme.Length is >= Shortest and <= Longest ? theme : null;
    }
}
