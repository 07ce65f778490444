using Suite.Tasks.Decomposition;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;

namespace Suite.Tasks.Export;

/// <summary>The name of a period or of a workstream in a schedule's text, with the sign that ends it.</summary>
/// <param name="Span">Where it stands, its enumerator left out where it is a period.</param>
/// <param name="Opens">True where a part begins with it that is not inside another, or the first part inside one.</param>
/// <param name="Bare">True for a period that bold alone makes one, directly behind a name that is bold, too.</param>
sealed record ScheduleMark(TextSpan Span, bool Label, bool Opens = false, bool Bare = false);

/// <summary>How words between items are told apart where they can be read in several ways.</summary>
enum Division
{
    /// <summary>Names end at colons and full stops, periods where a sign or nothing follows them.</summary>
    BySigns,

    /// <summary>All words before a period are one name.</summary>
    WholeNames,

    /// <summary>Words that can be a period are one.</summary>
    AnyPeriod,
}

/// <summary>
/// What stands between the items of a schedule: the words the reader took as names of periods and workstreams. Nothing but the
/// items is kept of how the cell was set, so the names are told apart again by the reader's own grammar.
/// </summary>
static class ScheduleMarks
{
    public static List<ScheduleMark> Find(string text, IReadOnlyList<ScheduleItem> items, Division division)
    {
        var folded = Width.Fold(text);
        var marks = new List<ScheduleMark>();
        var from = 0;
        foreach (var item in items)
        {
            Add(marks, folded, from, item.Span.Start, division, Depth(item));
            from = item.Span.End;
        }

        Add(marks, folded, from, text.Length, division, 0);
        return marks;
    }

    static int Depth(ScheduleItem item) => item.Workstream is { } path ? path.Split(" > ").Length : 0;

    static void Add(List<ScheduleMark> marks, string folded, int from, int to, Division division, int depth)
    {
        var first = marks.Count;
        for (var at = from; at < to;)
        {
            var period = PeriodAt(folded, at, to, division) ?? PeriodAt(folded, Enumerator.End(folded, at), to, division);
            if (period is { } span) marks.Add(new(span, Label: false));
            else if (IsSign(folded[at])) span = new(at, 1);
            else marks.Add(new(span = new(at, LabelEnd(folded, at, to, division) - at), Label: true));
            at = span.End;
        }

        for (var i = Math.Max(first, 1); i < marks.Count; i++)
            if (!marks[i].Label && marks[i - 1].Span.End == marks[i].Span.Start && folded[marks[i].Span.End - 1] != ':')
                marks[i] = marks[i] with { Bare = true };
        // The last label is as deep as the item, so the one that opens its part stands that many labels from the end.
        var labels = Enumerable.Range(first, marks.Count - first).Where(i => marks[i].Label).ToList();
        foreach (var i in labels)
            if ((depth > 0 && labels.IndexOf(i) == labels.Count - depth) || (i > labels[0] && marks[i - 1].Label)) marks[i] = marks[i] with { Opens = true };
    }

    static TextSpan? PeriodAt(string folded, int at, int to, Division division)
    {
        if (at >= to || !PeriodGrammar.TryRead(folded, at, out _, out var end) || end > to) return null;
        if (end < to && folded[end] is ':' or ',') end++;
        var ends = division == Division.AnyPeriod || IsSign(folded[end - 1]) || !HasWords(folded.AsSpan(end, to - end)) || PeriodGrammar.TryRead(folded, end, out _, out _);
        return ends ? new TextSpan(at, end - at) : null;
    }

    static bool HasWords(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    static int LabelEnd(string folded, int at, int to, Division division)
    {
        for (var i = at + 1; i < to; i++)
            if (division == Division.WholeNames ? PeriodAt(folded, i, to, division) is { } period && period.End == to : folded[i - 1] is ':' or '。') return i;
        return to;
    }

    static bool IsSign(char c) => !char.IsLetterOrDigit(c) && c is not ('(' or '[' or '《' or '“' or '【' or '<' or >= '①' and <= '⑳');
}
