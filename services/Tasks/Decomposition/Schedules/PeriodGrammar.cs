using System.Buffers;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>
/// The names of periods: 一季度, 第二季度, 一、二季度, 三季度、四季度, 二至四季度, 其中一季度, 前三季度, 上半年, 下半年, 1-6月, 6月底前,
/// 年底前, 全年, 每季度.
/// </summary>
internal static class PeriodGrammar
{
    private static readonly (string Name, Period Period)[] Fixed =
    [
        ("全年度推进", Period.AllYear), ("全年推进", Period.AllYear), ("全年度", Period.AllYear), ("全年", Period.AllYear),
        ("每个季度", Period.EachQuarter), ("每季度", Period.EachQuarter),
        ("前三季度", Period.Between(1, 3)), ("前三个季度", Period.Between(1, 3)), ("前两季度", Period.Between(1, 2)),
        ("上半年", Period.Between(1, 2)), ("下半年", Period.Between(3, 4)),
        ("年底前", Period.Of([4])), ("年底", Period.Of([4])), ("年内", Period.AllYear),
    ];

    /// <summary>The characters a name begins with.</summary>
    private static readonly SearchValues<char> First = SearchValues.Create("其全每前上下年第一二三四0123456789");

    /// <summary>More names of quarters than this in a row are no period.</summary>
    private const int MostNamed = 8;

    /// <summary>Reads a period at <paramref name="start"/> of a text in half width.</summary>
    internal static bool TryRead(string folded, int start, out Period period, out int end)
    {
        (period, end) = (Period.Unmarked, start);
        if (start >= folded.Length || !First.Contains(folded[start])) return false;
        var at = Skip(folded, start, "其中");
        foreach (var (name, found) in Fixed)
            if (StartsWith(folded, at, name))
            {
                (period, end) = (found, at + name.Length);
                return true;
            }
        return TryQuarters(folded, at, out period, out end) || MonthGrammar.TryRead(folded, at, out period, out end);
    }

    /// <summary>Quarters by number, one list after another: 一、二季度 and 三季度、四季度.</summary>
    private static bool TryQuarters(string folded, int start, out Period period, out int end)
    {
        var quarters = new List<int>();
        end = start;
        for (var at = start; quarters.Count < MostNamed && TryList(folded, at, quarters, out var listEnd);)
        {
            end = listEnd;
            at = end < folded.Length && folded[end] is '、' or '和' or '及' ? end + 1 : folded.Length;
        }
        period = quarters.Count > 0 ? Period.Of(quarters) : Period.Unmarked;
        return quarters.Count > 0;
    }

    /// <summary>第? digit (separator digit)* 季度, where 至 and - fill in the quarters between.</summary>
    private static bool TryList(string folded, int start, List<int> quarters, out int end)
    {
        var found = new List<int>();
        end = start;
        for (var at = Skip(folded, start, "第"); at < folded.Length && Digit(folded[at]) is > 0 and var digit && found.Count < MostNamed;)
        {
            found.Add(digit);
            at++;
            if (StartsWith(folded, at, "季度"))
            {
                end = at + 2;
                quarters.AddRange(found);
                return true;
            }
            if (at >= folded.Length || folded[at] is not ('、' or ',' or '至' or '到' or '-' or '和')) return false;
            var fills = folded[at] is '至' or '到' or '-';
            at = Skip(folded, at + 1, "第");
            if (fills && at < folded.Length)
                for (var between = digit + 1; between < Digit(folded[at]); between++) found.Add(between);
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

    internal static bool StartsWith(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
