namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>The number of a listed item: (1) 1. 1、 1) 一、 (一) 一是 ①.</summary>
internal static class Enumerator
{
    private const string Chinese = "一二三四五六七八九十";

    /// <summary>Where the enumerator at <paramref name="start"/> ends; <paramref name="start"/> where there is none.</summary>
    internal static int End(string folded, int start)
    {
        if (start < folded.Length && folded[start] is >= '①' and <= '⑳') return start + 1;
        var bracket = start < folded.Length && folded[start] == '(';
        var at = bracket ? start + 1 : start;
        var from = at;
        while (at < folded.Length && at - from < 2 && (char.IsAsciiDigit(folded[at]) || Chinese.Contains(folded[at]))) at++;
        if (at == from || at >= folded.Length) return start;
        if (bracket) return folded[at] == ')' ? at + 1 : start;
        if (folded[at] == '是' && Chinese.Contains(folded[from])) return at + 1;
        var digits = char.IsAsciiDigit(folded[from]);
        var decimals = digits && folded[at] == '.' && at + 1 < folded.Length && char.IsAsciiDigit(folded[at + 1]);
        return !decimals && (folded[at] is '、' || (digits && folded[at] is '.' or ')')) ? at + 1 : start;
    }
}
