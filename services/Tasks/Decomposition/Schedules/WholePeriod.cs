using System.Globalization;
using System.Text.RegularExpressions;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>A cell or a column's name that says nothing but a period: 6月底前, 2025年6月30日前完成, 第一季度, 全年, 长期坚持.</summary>
internal static partial class WholePeriod
{
    private const int Longest = 40;

    /// <summary>The period, null where the words say more or something else.</summary>
    internal static Period? TryRead(string folded)
    {
        if (folded.Length is 0 or > Longest) return null;
        Period? whole = null;
        foreach (var words in folded.TrimEnd('。', ';', '.').Split(',', ';', '。', '并'))
        {
            if (One(words) is not { } period) return null;
            whole = whole is null ? period
                : whole.Kind == ScheduleKind.Quarters && period.Kind == ScheduleKind.Quarters ? whole.And(period)
                : Period.AllYear;
        }
        return whole;
    }

    /// <summary>True for a deadline in a later year than the plan's: none of its quarters is meant.</summary>
    internal static bool IsBehind(string folded, int? year)
    {
        if (NextYear().IsMatch(folded) && TryRead(folded[2..]) is not null) return true;
        if (year is null || TryRead(folded) is null) return false;
        var years = Years().Matches(folded).Select(m => int.Parse(m.ValueSpan[..4], CultureInfo.InvariantCulture)).ToList();
        return years.Count > 0 && years.TrueForAll(y => y > year);
    }

    private static Period? One(string words)
    {
        if (Always().IsMatch(words)) return Period.AllYear;
        var start = PeriodGrammar.SkipAny(words, 0, "力争", "争取", "确保", "预计", "计划", "截至", "截止", "于", "在", "到");
        return PeriodGrammar.TryRead(words, start, out var period, out var end) && Tail().IsMatch(words[end..]) ? period : null;
    }

    [GeneratedRegex("^(?:明年|次年|翌年|来年)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex NextYear();

    [GeneratedRegex("20[0-9]{2}年", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Years();

    [GeneratedRegex("^(?:长期|持续|常态化|常年|贯穿全年|日常|按时序进度|按时序|20[0-9]{2}(?:-20[0-9]{2})?年度?)(?:坚持|推进|实施|开展|落实|进行|执行|完成)*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Always();

    [GeneratedRegex("^(?:之前|以前|前|内|止|底|末)?(?:全部|基本)?(?:完成|办结|落实|到位|建成|实施|开展|推进|启动|取得实效|见效|坚持)*$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Tail();
}
