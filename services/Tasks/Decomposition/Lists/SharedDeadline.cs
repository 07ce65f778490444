using System.Text.RegularExpressions;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>
/// A deadline said once for several items: in a heading (二、9月底前完成的事项, 三、改善民生（年底前）), in a sentence about all of them (以上任务均须于11月底前
/// 完成), or by its label before the first of them (完成时限：11月底前). It holds for the items that have none of their own.
/// </summary>
internal static partial class SharedDeadline
{
    private const int LongestHeading = 60;

    /// <summary>The deadline that a heading names, null where it names none.</summary>
    internal static CellText? InHeading(CellText words)
    {
        var folded = words.Folded.TrimEnd('。', ':', ';');
        if (folded.Length is 0 or > LongestHeading) return null;
        if (folded[^1] is ')' or ']' or '】' && folded.LastIndexOfAny(['(', '[', '【']) is >= 0 and var open && IsDeadline(folded[(open + 1)..^1]))
            return words.Slice(open + 1, folded.Length - 1);
        var start = PeriodGrammar.SkipAny(folded, 0, "须于", "应于", "于", "在");
        return PeriodGrammar.TryRead(folded, start, out _, out var end) && DueThings().Match(folded[end..]) is { Success: true } ? words.Slice(start, end) : null;
    }

    /// <summary>The deadline that a sentence sets for all items, null where none does.</summary>
    internal static CellText? InSentence(CellText line)
    {
        foreach (Match all in AllThings().Matches(line.Folded))
        {
            var start = all.Index + all.Length;
            if (PeriodGrammar.TryRead(line.Folded, start, out var period, out var end) && period.Kind != ScheduleKind.EachQuarter
                && (all.Value[^1] is '为' or '是' || Done().IsMatch(line.Folded.AsSpan(end)))) return line.Slice(start, end);
        }
        return null;
    }

    /// <summary>True for words in which an item names a deadline itself.</summary>
    internal static bool Names(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
            if (PeriodGrammar.TryRead(folded, at, out var period, out var end) && period.Kind == ScheduleKind.Quarters && folded[end - 1] is '前' or '底' or '末') return true;
        return false;
    }

    private static bool IsDeadline(string words) => WholePeriod.TryRead(words) is not null;

    [GeneratedRegex("^(?:之前|以前|前|内)?(?:须|应|需|要|必须|全部|基本|力争|确保|计划)*(?:完成|办结|建成|落实|见效|实施|投用|投入使用)(?:的)?(?:重点|主要|各项|民生|具体)*(?:任务|工作|事项|项目|实事|措施|内容|部分)?(?:[(][^()]{1,12}[)])?$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DueThings();

    [GeneratedRegex("(?:以上|上述|以下|下列|各项|所有|全部|本清单|本方案|本表)(?:所列|所有|各项|重点|主要|具体|民生|实事|全部|[0-9一二三四五六七八九十]{1,4}[项件个条])*(?:任务|工作|事项|措施|项目|实事|内容)"
        + "(?:[,]?(?:凡|除)?(?:未|没有|没)[^,。;]{2,12}[的,外]{1,2}[,]?)?"
        + "(?:(?:完成)?(?:时限|期限|时间))?(?:原则上|务必|必须|统一|全部|确保|力争|一律|均|须|应|要|需|都|请|计划)*(?:截至|于|在|到|为|是)?", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AllThings();

    [GeneratedRegex("^(?:之前|以前|前|内|止)?(?:全部|基本|全面|如期|按期|保质保量|高质量|按要求)*(?:完成|办结|建成|落实|见效|整改|销号|实施到位|取得)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Done();
}
