using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>How a line is numbered; the level of 一、 is above that of （一）, 1., （1） and ①.</summary>
/// <param name="Level">From 1, 0 for a line without a number.</param>
/// <param name="Length">Characters of the number with its sign.</param>
/// <param name="Printed">The number without its sign, null for a line without one.</param>
internal readonly record struct ItemStyle(int Level, int Length, string? Printed)
{
    private const string Numerals = "一二三四五六七八九十百";

    /// <summary>The number without its sign, empty for a line without one.</summary>
    internal string Label => Printed ?? "";

    internal static ItemStyle Of(string folded)
    {
        if (folded.Length < 2) return default;
        if (folded[0] is >= '①' and <= '⑳') return new ItemStyle(6, 1, folded[..1]);
        if (folded[0] == '第' && folded.AsSpan(0, Math.Min(folded.Length, 8)).IndexOfAny("章篇条项件") is > 1 and var part && Are(folded[1..part], Numerals))
            return new ItemStyle(folded[part] is '章' or '篇' ? 1 : 4, part + 1, folded[..(part + 1)]);
        if (folded.StartsWith('第') && folded.IndexOf("部分", StringComparison.Ordinal) is > 1 and < 6 and var parts && Are(folded[1..parts], Numerals))
            return new ItemStyle(1, parts + 2, folded[..(parts + 2)]);
        var bracket = folded[0] is '(' or '[';
        var start = bracket ? 1 : 0;
        var end = start;
        while (end < folded.Length && end - start < 5 && (char.IsAsciiDigit(folded[end]) || Numerals.Contains(folded[end]) || (end > start && IsInner(folded, end)))) end++;
        if (YearBehind(folded) is > 0 and var digits) return new ItemStyle(4, digits + 1, folded[..digits]);
        if (end == start || end >= folded.Length) return default;
        var chinese = Are(folded[start..end], Numerals);
        if (!chinese && folded[start..end].Any(c => Numerals.Contains(c))) return default;
        var closes = bracket ? folded[end] is ')' or ']' : folded[end] is '、' or '.' or ')' || (!chinese && folded[end] == '项');
        if (!closes || (!bracket && folded[end] == '.' && end + 1 < folded.Length && char.IsAsciiDigit(folded[end + 1]))) return default;
        return new ItemStyle((chinese, bracket) switch { (true, false) => 2, (true, true) => 3, (false, false) => 4, _ => 5 }, end + 1,
            bracket ? Width.WideBrackets(folded[..(end + 1)]) : folded[start..end]);
    }

    /// <summary>The point or dash inside 1.2 or 3-1.</summary>
    private static bool IsInner(string folded, int at) =>
        folded[at] is '.' or '-' && at + 1 < folded.Length && char.IsAsciiDigit(folded[at - 1]) && char.IsAsciiDigit(folded[at + 1]);

    /// <summary>How many digits stand before a full stop and a year (3.2026年内建成); 0 where none do.</summary>
    private static int YearBehind(string folded)
    {
        var digits = 0;
        while (digits < 3 && digits < folded.Length && char.IsAsciiDigit(folded[digits])) digits++;
        return digits > 0 && digits + 5 < folded.Length && folded[digits] == '.' && folded[digits + 5] == '年'
            && Are(folded[(digits + 1)..(digits + 5)], "0123456789") ? digits : 0;
    }

    private static bool Are(string text, string characters) => text.Length > 0 && text.All(characters.Contains);
}
