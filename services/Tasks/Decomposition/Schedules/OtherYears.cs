using System.Buffers;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>
/// Periods of another year than the plan's, named inside its prose: 2025年一季度 or 明年上半年 in the plan of 2024. None of the plan's
/// quarters is meant, and an amount promised for then is not promised for this year.
/// </summary>
internal static class OtherYears
{
    private static readonly string[] Names = ["明年", "次年", "翌年", "去年", "上一年", "下一年", "上年度", "下年度"];

    /// <summary>Words that may also be the end of another: 未来年底, 线上年终.</summary>
    private static readonly string[] Openers = ["来年", "后年", "上年", "下年"];

    private static readonly string[] Own = ["今年", "本年", "当年", "年内", "全年"];

    /// <summary>The characters that such names begin with.</summary>
    private static readonly SearchValues<char> First = SearchValues.Create("明次翌去上下来后12");

    private const char Covered = '某';
    private const string Numerals = "一二三四五六七八九十两";

    /// <summary>
    /// The cell as the grammars are to see it: what names such a period, and the numbers behind it up to the end of the sentence or to a
    /// clause about the plan's own year, are covered. The clean text stays as it is.
    /// </summary>
    /// <param name="year">The plan's, null where it names none; then only words such as 明年 tell.</param>
    internal static CellText Cover(CellText cell, int? year)
    {
        char[]? covered = null;
        var folded = cell.Folded;
        for (var at = Next(folded, 0); at >= 0;)
        {
            var end = End(folded, at, year);
            if (end > 0)
            {
                covered ??= folded.ToCharArray();
                Array.Fill(covered, Covered, at, end - at);
                end = CoverNumbers(covered, folded, end, year, goesBack: IsBefore(folded, at, year));
            }
            at = Next(folded, Math.Max(end, at + 1));
        }
        return covered is null ? cell : cell.SeenAs(new string(covered));
    }

    private static int Next(string folded, int from) =>
        from < folded.Length && folded.AsSpan(from).IndexOfAny(First) is >= 0 and var found ? from + found : -1;

    /// <summary>The first such words in a cell that was covered; null where none was.</summary>
    internal static string? FirstIn(CellText cell)
    {
        if (!cell.IsCovered) return null;
        var at = 0;
        while (at < cell.Text.Length && (cell.Folded[at] != Covered || cell.Text[at] == Covered)) at++;
        var end = at;
        while (end < cell.Text.Length && cell.Folded[end] == Covered) end++;
        return at < end ? cell.Text[at..end] : null;
    }

    /// <summary>Where the name of such a period ends that begins here; 0 where none does.</summary>
    private static int End(string folded, int at, int? year)
    {
        var behind = BehindOtherYear(folded, at, year);
        if (behind == 0 || GoesOn(folded, at)) return 0;
        // 2025年底: the sign of the year is the period's, too.
        return PeriodGrammar.TryOne(folded, behind - 1, out var period, out var end) && folded[behind - 1] == '年' && end > behind
            || PeriodGrammar.TryOne(folded, behind, out period, out end) ? end : 0;
    }

    private static int BehindOtherYear(string folded, int at, int? year)
    {
        if (Words.OneAt(folded, at, Names) is { } name) return at + name.Length;
        if (Words.OneAt(folded, at, Openers) is { } opener && (at == 0 || !char.IsLetterOrDigit(folded[at - 1]))) return at + opener.Length;
        if (year is null || PeriodGrammar.YearAt(folded, at) is not { } named || named == year || (at > 0 && char.IsAsciiDigit(folded[at - 1]))) return 0;
        return at + 5 < folded.Length && folded[at + 5] == '度' ? at + 6 : at + 5;
    }

    private static bool IsBefore(string folded, int at, int? year) =>
        folded[at] is '去' or '上' || (year is { } own && PeriodGrammar.YearAt(folded, at) < own);

    /// <summary>10月至次年3月 is one period, which the grammar reads up to the year's end.</summary>
    private static bool GoesOn(string folded, int at) =>
        at > 1 && folded[at - 1] is '至' or '到' or '-' or '、' or '和' or '及' or '与' && folded[at - 2] is '月' or '度' or '年' or '日' or '底' or '末';

    /// <summary>Behind a period of a later year a quarter by itself is that year's (2027年一季度招标，二季度开工), behind one of an earlier year it is the plan's.</summary>
    private static int CoverNumbers(char[] covered, string folded, int at, int? year, bool goesBack)
    {
        for (; at < folded.Length && !Words.EndsSentence(folded[at]); at++)
        {
            if (year is not null && PeriodGrammar.YearAt(folded, at) == year) return at;
            if (folded[at - 1] == ',' && (Words.OneAt(folded, at, Own) is not null || (goesBack && PeriodGrammar.TryRead(folded, at, out _, out _)))) return at;
            if (char.IsAsciiDigit(folded[at]) || Numerals.Contains(folded[at], StringComparison.Ordinal)) covered[at] = Covered;
        }
        return at;
    }
}
