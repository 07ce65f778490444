using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>The name of a part of a task: how far it reaches, and what is left of it without enumerator and end sign.</summary>
internal static class WorkstreamLabel
{
    private const int LongestBold = 100;
    private const int LongestPlain = 40;

    /// <summary>A bold run up to its end, or up to the period it also holds; -1 where it does not end like a label.</summary>
    internal static int EndOfBold(string folded, int start, int boldEnd)
    {
        var end = boldEnd;
        for (var i = start + 1; i < boldEnd; i++)
            if (folded[i - 1] == ':' && PeriodGrammar.TryRead(folded, i, out _, out var behind) && behind < folded.Length && folded[behind] == ':')
            {
                end = i;
                break;
            }
        if (end - start > LongestBold) return -1;
        if (end < folded.Length && folded[end] == ':' && folded[end - 1] != ':') end++;
        return folded[end - 1] is ':' or '。' ? end : -1;
    }

    /// <summary>Without bold: a short name without a comma, a colon, and directly behind it a period with its own colon.</summary>
    internal static int EndOfPlain(string folded, int start)
    {
        for (var i = start; i < folded.Length && i - start <= LongestPlain; i++)
        {
            if (folded[i] is ',' || Words.EndsSentence(folded[i])) return -1;
            if (folded[i] != ':') continue;
            var followed = PeriodGrammar.TryRead(folded, i + 1, out _, out var behind) && behind < folded.Length && folded[behind] == ':';
            return followed && i > start + 1 ? i + 1 : -1;
        }
        return -1;
    }

    internal static (string Name, bool Enumerated) Name(string words)
    {
        var name = words.TrimEnd(':', '：', '。', '，', ',');
        var behind = Enumerator.End(Width.Fold(name), 0);
        return (name[behind..], behind > 0);
    }
}
