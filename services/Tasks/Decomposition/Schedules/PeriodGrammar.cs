using System.Buffers;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>
/// The names of periods: 一季度, 第二季度, Q3, 一、二季度, 三四季度, 二至四季度, 其中一季度, 前三季度, 一季度末前, 上半年, 1-6月, 6月底前, 6月30日前,
/// 年底前, 全年, 每月, 每季度, any of them with its year before it, and several of them joined.
/// </summary>
internal static class PeriodGrammar
{
    private static readonly (string Name, Period Period)[] Fixed =
    [
        ("全年度推进", Period.AllYear), ("全年推进", Period.AllYear), ("全年度", Period.AllYear), ("全年", Period.AllYear),
        ("每个季度", Period.EachQuarter), ("每季度", Period.EachQuarter), ("每个月", Period.EachQuarter), ("每月", Period.EachQuarter),
        ("每半年", Period.EachQuarter),
        ("前三季度", Period.Between(1, 3)), ("前三个季度", Period.Between(1, 3)), ("前两季度", Period.Between(1, 2)), ("前两个季度", Period.Between(1, 2)),
        ("前二季度", Period.Between(1, 2)), ("上半年", Period.Between(1, 2)), ("下半年", Period.Between(3, 4)),
        ("年底前", Period.Of(4)), ("年底", Period.Of(4)), ("年末", Period.Of(4)), ("年终", Period.Of(4)), ("年内", Period.AllYear),
    ];

    private static readonly string[] Edges = ["末之前", "底之前", "末前", "底前", "之前", "以前", "末", "底", "前", "内"];

    /// <summary>The characters a name begins with.</summary>
    private static readonly SearchValues<char> First = SearchValues.Create("其全每前上下年第一二三四五六七八九十今本当Qq0123456789");

    private static readonly string[] Following = ["次年", "明年", "翌年", "来年"];

    private const int LastQuarter = 4;

    /// <summary>More names than there are months in a row are no period.</summary>
    private const int MostNamed = 12;

    /// <summary>Reads a period at <paramref name="start"/> of a text in half width.</summary>
    internal static bool TryRead(string folded, int start, out Period period, out int end)
    {
        (period, end) = (Period.Unmarked, start);
        if (start >= folded.Length || !First.Contains(folded[start])) return false;
        if (!TryOne(folded, Skip(folded, start, "其中"), out period, out end)) return false;
        for (var named = 1; named < MostNamed && period.Kind == ScheduleKind.Quarters && end + 1 < folded.Length; named++)
        {
            var sign = folded[end];
            if (sign is not ('、' or '和' or '及' or '与' or '-' or '至' or '到')) break;
            var fills = sign is '-' or '至' or '到';
            if (BehindNextYear(folded, start, end + 1) is > 0 and var turn && TryOne(folded, turn, out _, out var over))
            {
                (period, end) = (fills ? Period.Between(period.Quarters[0], LastQuarter) : period, over);
                break;
            }
            if (!TryOne(folded, end + 1, out var next, out var behind) || next.Kind != ScheduleKind.Quarters) break;
            period = fills ? Period.Between(period.Quarters[0], next.Quarters[^1]) : period.And(next);
            end = behind;
        }
        return true;
    }

    /// <summary>
    /// Where the words go on behind a year that follows the one the period began in: 10月至次年3月, 2024年四季度至2025年一季度, which are due by the
    /// year's end as far as the year goes; 0 where none is named.
    /// </summary>
    private static int BehindNextYear(string folded, int start, int at)
    {
        if (Words.OneAt(folded, at, Following) is { } name) return at + name.Length;
        return YearAt(folded, at) is { } next && YearAt(folded, Skip(folded, start, "其中")) is { } first && next > first ? at : 0;
    }

    /// <summary>The year written here (2025年), null where none is.</summary>
    internal static int? YearAt(string folded, int at)
    {
        if (at + 4 >= folded.Length || folded[at] is not ('1' or '2') || folded[at + 4] != '年') return null;
        var year = 0;
        for (var i = at; i < at + 4; i++)
        {
            if (!char.IsAsciiDigit(folded[i])) return null;
            year = (year * 10) + folded[i] - '0';
        }
        return year;
    }

    /// <summary>One period, without others joined to it.</summary>
    internal static bool TryOne(string folded, int start, out Period period, out int end)
    {
        var at = BehindYear(folded, start);
        foreach (var (name, found) in Fixed)
            if (StartsWith(folded, at, name))
            {
                (period, end) = (found, at + name.Length);
                if (name.EndsWith("半年", StringComparison.Ordinal)) end = SkipAny(folded, end, Edges);
                return true;
            }
        if (!TryQuarters(folded, at, out period, out end)) return MonthGrammar.TryRead(folded, at, out period, out end);
        end = SkipAny(folded, end, Edges);
        return true;
    }

    /// <summary>Behind 2026年, but before 年底 in 2026年底.</summary>
    private static int BehindYear(string folded, int at)
    {
        var year = at + 4 < folded.Length && folded[at] is '1' or '2' && char.IsAsciiDigit(folded[at + 1]) && char.IsAsciiDigit(folded[at + 2])
            && char.IsAsciiDigit(folded[at + 3]) ? at + 4
            : at + 1 < folded.Length && folded[at] is '今' or '本' or '当' ? at + 1
            : at;
        if (year == at || year >= folded.Length || folded[year] != '年') return at;
        return year + 1 < folded.Length && folded[year + 1] is '底' or '末' or '终' or '内' ? year : year + 1;
    }

    /// <summary>第? digit (separator? digit)* 季度, where 至 and - fill in the quarters between; Q1.</summary>
    private static bool TryQuarters(string folded, int start, out Period period, out int end)
    {
        var (found, named) = (Period.None, 0);
        (period, end) = (Period.Unmarked, start);
        if (start + 1 < folded.Length && folded[start] is 'Q' or 'q' && folded[start + 1] is >= '1' and <= '4')
        {
            (period, end) = (Period.Of(folded[start + 1] - '0'), start + 2);
            return true;
        }
        for (var at = Skip(folded, start, "第"); at < folded.Length && Digit(folded[at]) is > 0 and var digit && named++ < MostNamed;)
        {
            found = found.And(Period.Of(digit));
            at++;
            if (StartsWith(folded, at, "季度"))
            {
                (period, end) = (found, at + 2);
                return true;
            }
            if (at >= folded.Length) return false;
            if (Digit(folded[at]) > 0 && !char.IsAsciiDigit(folded[at])) continue;
            if (folded[at] is not ('、' or ',' or '至' or '到' or '-' or '和' or '及')) return false;
            var fills = folded[at] is '至' or '到' or '-';
            at = Skip(folded, at + 1, "第");
            if (fills && at < folded.Length)
                found = found.And(Period.Between(digit, Math.Max(digit, Digit(folded[at]) - 1)));
        }
        return false;
    }

    private static int Digit(char c) => c switch
    {
        '一' or '1' => 1,
        '二' or '2' => 2,
        '三' or '3' => 3,
        '四' or '4' => 4,
        _ => 0,
    };

    private static int Skip(string text, int at, string word) => StartsWith(text, at, word) ? at + word.Length : at;

    internal static int SkipAny(string text, int at, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
            if (StartsWith(text, at, word)) return at + word.Length;
        return at;
    }

    internal static bool StartsWith(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
