namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Numbers that count nothing: inside titles and quotes, durations (3个月, 7个工作日), one of a row of ordinals (第1、2期), and
/// Chinese numerals that are part of a name (二期工程, 三大, 一张网). A Chinese 一 counts only with a comparator (一场以上); 二 before
/// a measure word is an ordinal; 两, 三 and above count behind a comparator directly behind a verb that makes or holds
/// something, or where they sum up a list (等四份文件).
/// </summary>
internal static class NotAmounts
{
    private static readonly string[] Durations =
        ["月", "工作日", "自然日", "小时", "季度", "星期", "学期", "学年", "昼夜", "方面", "维度", "阶段", "层面", "角度", "环节", "重点方向"];

    internal static bool Is(Amount amount, Clauses text)
    {
        if (Enclosures.Holds(text.Enclosures, amount.Start)) return true;
        if (amount.Unit == "个" && Words.OneAt(text.Folded, amount.End, Durations) is not null) return true;
        if (IsOrdinal(amount.Start, text) || IsYear(amount)) return true;
        return amount.InWords && !CountsInWords(amount, text);
    }

    /// <summary>2024批次, 2024期: the year names the batch.</summary>
    private static bool IsYear(Amount amount) =>
        amount.Value is >= 1990 and <= 2060 && amount.Value == decimal.Truncate(amount.Value) && amount.Max is null
        && amount.Unit is "批次" or "批" or "期" or "次" or "班" or "轮";

    private static bool IsOrdinal(int at, Clauses text)
    {
        var before = at - 1;
        while (before > text.From && at - before < 20 && (char.IsAsciiDigit(text.Folded[before]) || text.Folded[before] is '、' or '届' or '期' or '批'))
            before--;
        return before >= text.From && text.Folded[before] == '第';
    }

    private static bool CountsInWords(Amount amount, Clauses text)
    {
        if (ComparatorRule.Stated(amount, text) is not null) return true;
        var before = text.Folded.AsSpan(Math.Max(text.From, amount.Start - 3)..amount.Start);
        if (text.Folded[amount.Start] is '一' or '二') return false;
        var cardinal = text.Folded[amount.Start] == '两' || amount.Unit is "个" or "家" or "场" or "次" or "场次" or "项";
        return before.EndsWith('等') || (cardinal && Words.EndsWithAny(before, Verbs.Makers));
    }
}
