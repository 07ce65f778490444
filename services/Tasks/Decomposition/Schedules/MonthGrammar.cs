namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>
/// Periods named by months or days: 1-6月 covers its quarters, 6月底前 and 6月30日前 are the quarter they end, 3月 the quarter it lies in; of
/// several in a row (3、6、9、12月底前) each is.
/// </summary>
internal static class MonthGrammar
{
    private const string Numerals = "一二三四五六七八九";

    internal static bool TryRead(string folded, int start, out Period period, out int end)
    {
        (period, end) = (Period.Unmarked, start);
        var (listed, _) = Listed(folded, ref start);
        if (!TryMonth(folded, start, out var first, out var at)) return false;
        var last = first;
        var dash = at < folded.Length && folded[at] == '月' ? at + 1 : at;
        if (dash < folded.Length && folded[dash] is '-' or '至' or '到' && TryMonth(folded, dash + 1, out last, out var behind)
            && behind < folded.Length && folded[behind] == '月') at = behind;
        else last = first;
        if (at >= folded.Length || folded[at] != '月' || last < first) return false;
        at = PeriodGrammar.SkipAny(folded, at + 1, "份");
        at = PeriodGrammar.SkipAny(folded, at, "中旬", "上旬", "下旬", "初", "底", "末", "中");
        end = PeriodGrammar.SkipAny(folded, BehindDay(folded, at), "之前", "以前", "前", "内");
        period = listed.And(Period.Between(Quarter(first), Quarter(last)));
        return true;
    }

    /// <summary>True for a row of months (3、6、9、12月): with fewer than three the first may be the number of an item, unless none can stand there.</summary>
    internal static bool IsRow(string folded, int at, bool opens) =>
        Listed(folded, ref at) is var (_, before) && (before > 1 || (opens && before == 1 && folded[0] != '1'));

    /// <summary>The months before the last of a row, which alone is followed by 月; <paramref name="at"/> moves behind them.</summary>
    private static (Period Months, int Count) Listed(string folded, ref int at)
    {
        var (listed, count) = (Period.None, 0);
        while (TryMonth(folded, at, out var month, out var end) && end < folded.Length && folded[end] == '、' && TryMonth(folded, end + 1, out var next, out _) && next > month)
            (listed, count, at) = (listed.And(Period.Of(Quarter(month))), count + 1, end + 1);
        return (listed, count);
    }

    /// <summary>1 to 12, in digits or in words.</summary>
    private static bool TryMonth(string folded, int start, out int month, out int end)
    {
        (month, end) = (0, start);
        while (end < folded.Length && end < start + 2 && char.IsAsciiDigit(folded[end])) month = (month * 10) + folded[end++] - '0';
        if (end > start) return month is >= 1 and <= 12;
        if (start < folded.Length && folded[start] == '十') (month, end) = (10, start + 1);
        if (end < folded.Length && Numerals.IndexOf(folded[end], StringComparison.Ordinal) is >= 0 and var one) (month, end) = (month + one + 1, end + 1);
        return month is >= 1 and <= 12;
    }

    private static int BehindDay(string folded, int at)
    {
        var end = at;
        while (end < folded.Length && end < at + 2 && char.IsAsciiDigit(folded[end])) end++;
        return end > at && end < folded.Length && folded[end] is '日' or '号' ? end + 1 : at;
    }

    private static int Quarter(int month) => ((month - 1) / 3) + 1;
}
