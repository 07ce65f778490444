namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>Periods named by months: 1-6月 covers its quarters, 6月底前 is the quarter it ends, 3月 the quarter it lies in.</summary>
internal static class MonthGrammar
{
    internal static bool TryRead(string folded, int start, out Period period, out int end)
    {
        (period, end) = (Period.Unmarked, start);
        if (!TryMonth(folded, start, out var first, out var at)) return false;
        var last = first;
        var dash = at < folded.Length && folded[at] == '月' ? at + 1 : at;
        if (dash < folded.Length && folded[dash] is '-' or '至' or '到' && TryMonth(folded, dash + 1, out last, out var behind)) at = behind;
        else last = first;
        if (at >= folded.Length || folded[at] != '月' || last < first) return false;
        end = SkipAny(folded, SkipAny(folded, at + 1, "份"), "底前", "底", "前", "中旬", "上旬", "下旬");
        period = Period.Between(Quarter(first), Quarter(last));
        return true;
    }

    private static bool TryMonth(string folded, int start, out int month, out int end)
    {
        (month, end) = (0, start);
        while (end < folded.Length && end < start + 2 && char.IsAsciiDigit(folded[end])) month = (month * 10) + folded[end++] - '0';
        return month is >= 1 and <= 12;
    }

    private static int Quarter(int month) => ((month - 1) / 3) + 1;

    private static int SkipAny(string text, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (PeriodGrammar.StartsWith(text, at, word)) return at + word.Length;
        return at;
    }
}
