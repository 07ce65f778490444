using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>
/// Finds marks. A period is a mark where a clause can begin and a colon follows it, or where it is a bold run by itself.
/// 全年 needs no colon behind a full stop or a label. A label is a bold run at the start of a sentence that ends in a colon or
/// full stop; in a cell without bold, it is a short name with a colon directly before a period.
/// </summary>
internal sealed class MarkFinder(CellText cell)
{
    private const int LongestEnumerator = 4;
    private readonly string folded = cell.Folded;
    private readonly Dictionary<int, int> bold = cell.Bold.ToDictionary(b => b.Start, b => b.End);
    private readonly HashSet<int> boldEnds = [.. cell.Bold.Select(b => b.End)];
    private readonly List<Mark> marks = [];

    internal List<Mark> Find()
    {
        for (var at = 0; at < folded.Length;)
        {
            var mark = CanBegin(at) ? PeriodAt(at) ?? LabelAt(at) : null;
            if (mark is not null) marks.Add(WithEnumerator(mark));
            at = mark?.Span.End ?? at + 1;
        }
        return marks;
    }

    /// <summary>An enumerator directly before a mark belongs to it: 1.一季度：.</summary>
    private Mark WithEnumerator(Mark mark)
    {
        var lowest = Math.Max(marks.Count > 0 ? marks[^1].Span.End : 0, mark.Span.Start - LongestEnumerator);
        for (var from = mark.Span.Start - 1; from >= lowest; from--)
            if ((from == 0 || cell.BeginsParagraph(from) || BehindMark(from) || Words.EndsSentence(folded[from - 1]))
                && Enumerator.End(folded, from) == mark.Span.Start)
                return mark with { Span = Between(from, mark.Span.End) };
        return mark;
    }

    private bool CanBegin(int at) => at == 0 || !char.IsLetterOrDigit(folded[at - 1]) || cell.BeginsParagraph(at) || bold.ContainsKey(at) || boldEnds.Contains(at) || BehindMark(at);

    private bool BehindMark(int at) => marks.Count > 0 && marks[^1].Span.End == at;

    private bool BehindLabel(int at) => BehindMark(at) && marks[^1].Label is not null;

    private bool StartsSentence(int at) =>
        at == 0 || cell.BeginsParagraph(at) || BehindMark(at) || Words.EndsSentence(folded[at - 1]) || folded[at - 1] == ':';

    private Mark? PeriodAt(int at)
    {
        if (!PeriodGrammar.TryRead(folded, at, out var period, out var end)) return null;
        if (end < folded.Length && folded[end] == ':') return new Mark(Between(at, end + 1), period, null, false);
        var comma = end < folded.Length && folded[end] == ',' ? end + 1 : end;
        if (bold.TryGetValue(at, out var boldEnd) && (boldEnd == end || boldEnd == comma)) return new Mark(Between(at, boldEnd), period, null, false);
        var opensYear = period == Period.AllYear && !bold.ContainsKey(at) && PeriodGrammar.StartsWith(folded, at, "全年") && !NamesAmount(end)
            && (BehindLabel(at) || (at > 0 && folded[at - 1] == '。'));
        return opensYear ? new Mark(Between(at, comma), period, null, false) : null;
    }

    /// <summary>全年任务, 全年目标: the year is part of a name there.</summary>
    private bool NamesAmount(int end) =>
        PeriodGrammar.StartsWith(folded, end, "目标") || PeriodGrammar.StartsWith(folded, end, "任务") || PeriodGrammar.StartsWith(folded, end, "计划");

    private Mark? LabelAt(int at)
    {
        if (!StartsSentence(at) || cell.IsCoveredAt(at)) return null;
        var end = bold.TryGetValue(at, out var boldEnd) ? WorkstreamLabel.EndOfBold(folded, at, boldEnd)
            : bold.Count == 0 ? WorkstreamLabel.EndOfPlain(folded, at)
            : -1;
        if (end < 0) return null;
        var (name, enumerated) = WorkstreamLabel.Name(cell.Text[at..end]);
        return name.Length == 0 ? null : new Mark(Between(at, end), null, name, enumerated);
    }

    private static TextSpan Between(int start, int end) => new(start, end - start);
}
