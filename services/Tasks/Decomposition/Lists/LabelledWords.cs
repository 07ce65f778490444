using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Schedules;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>A labelled value: 责任单位：市林业局.</summary>
/// <param name="Kind">What the label speaks of.</param>
/// <param name="Label">The label without its colon.</param>
internal sealed record LabelledValue(ColumnKind Kind, string Label, CellText Words);

/// <summary>
/// A line taken apart: what is to be done, and the labelled values behind it, in brackets of any kind or none, divided by signs, spaces
/// or nothing. A label has a colon behind it or stands in a bracket of its own (【牵头单位】).
/// </summary>
internal sealed record LabelledWords(CellText Words, IReadOnlyList<LabelledValue> Values)
{
    private const string Opening = "([〔【{〈《“";
    private const string Signs = "()[]〔〕【】{};,。、:.";

    internal static LabelledWords Read(CellText line)
    {
        var labels = Labels(line);
        return labels.Count == 0 ? NamesInBrackets(line) : Read(line, labels);
    }

    /// <summary>A cell of units that names them by labels (牵头单位：甲局 配合单位：乙局); null where it does not begin with one.</summary>
    internal static LabelledWords? Labelled(CellText cell)
    {
        var labels = Labels(cell);
        return labels.Count > 0 && BeforeBracket(cell.Folded, labels[0].Start) == 0 ? Read(cell, labels) : null;
    }

    private static LabelledWords Read(CellText line, List<(int Start, int Colon, ColumnKind Kind)> labels)
    {
        var values = new List<LabelledValue>();
        var rest = CellText.Empty;
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Start : line.Text.Length;
            if (i + 1 == labels.Count && line.Folded[labels[0].Colon] == ':' && Closing(line.Folded, labels[0].Start) is var close && close > labels[i].Colon && close + 1 < end)
                (end, rest) = (close + 1, line.Slice(close + 1, end));
            var label = line.Text[labels[i].Start..labels[i].Colon];
            values.AddRange(WithDeadline(labels[i].Kind, label, Trim(line, labels[i].Colon + 1, end)));
        }
        var before = line.Slice(0, BeforeBracket(line.Folded, labels[0].Start));
        return new LabelledWords(rest.Folded.Any(char.IsLetterOrDigit) ? CellText.Join([before, rest]) : before, values);
    }

    private static List<(int Start, int Colon, ColumnKind Kind)> Labels(CellText line)
    {
        var found = new List<(int Start, int Colon, ColumnKind Kind)>();
        for (var colon = Next(0); colon >= 0; colon = Next(colon + 1))
        {
            var from = found.Count == 0 ? 0 : found[^1].Colon + 1;
            var (start, kind) = LabelWords.EndingAt(line.Folded, from, colon);
            if (start < 0 || (line.Folded[colon] != ':' && (start == 0 || !Opening.Contains(line.Folded[start - 1])))) continue;
            if (found.Count > 0 || IsEdge(line, start)) found.Add((start, colon, kind));
        }
        return found;

        int Next(int at) => line.Folded.IndexOfAny([':', '】', ']', '〕'], at);
    }

    /// <summary>The first label begins the line or stands behind a sign or white space; those after it stand anywhere.</summary>
    private static bool IsEdge(CellText line, int start) =>
        start == 0 || !char.IsLetterOrDigit(line.Folded[start - 1]) || line.SourceOffset(start) != line.SourceOffset(start - 1) + 1
        || line.Bold.Any(b => b.Start == start || b.End == start);

    private static int BeforeBracket(string folded, int label)
    {
        while (label > 0 && (Opening.Contains(folded[label - 1]) || folded[label - 1] is '-' or '·')) label--;
        return label;
    }

    /// <summary>Where the bracket closes that opens directly before <paramref name="label"/>; -1 where none does.</summary>
    private static int Closing(string folded, int label)
    {
        if (label == 0 || !Opening.Contains(folded[label - 1])) return -1;
        var depth = 1;
        for (var i = label; i < folded.Length; i++)
        {
            if (folded[i] is '(' or '[' or '〔' or '【') depth++;
            else if (folded[i] is ')' or ']' or '〕' or '】' && --depth == 0)
            {
                // Several brackets in a row belong together.
                if (i + 1 < folded.Length && folded[i + 1] is '(' or '[' or '〔' or '【') continue;
                return i;
            }
        }
        return -1;
    }

    private static CellText Trim(CellText line, int start, int end)
    {
        while (start < end && Signs.Contains(line.Folded[start]) && line.Folded[start] != '(') start++;
        while (start < end && Signs.Contains(line.Folded[end - 1]) && !ClosesOwn(line.Folded, start, end - 1)) end--;
        return line.Slice(start, end);
    }

    /// <summary>True where the bracket that closes here was opened in the value: 市道安办（市交警支队）.</summary>
    private static bool ClosesOwn(string folded, int start, int at)
    {
        if (folded[at] != ')') return false;
        var depth = 0;
        for (var i = start; i <= at; i++) depth += folded[i] == '(' ? 1 : folded[i] == ')' ? -1 : 0;
        return depth >= 0;
    }

    /// <summary>（市林业局牵头，市财政局配合） at the end of an item, without a label.</summary>
    private static LabelledWords NamesInBrackets(CellText line)
    {
        var end = line.Folded.TrimEnd('。', ';').Length;
        if (end == 0 || line.Folded[end - 1] is not (')' or ']' or '〕' or '】')) return new LabelledWords(line, []);
        var open = Open(line.Folded, end - 1);
        var values = open < 0 ? [] : Said(line.Slice(open + 1, end - 1));
        return values.Exists(v => v.Kind == ColumnKind.Charged) ? new LabelledWords(line.Slice(0, open), values) : new LabelledWords(line, []);
    }

    /// <summary>Who, and behind a semicolon when; nothing where the bracket says anything else.</summary>
    private static List<LabelledValue> Said(CellText bracket)
    {
        var values = new List<LabelledValue>();
        for (var (start, end) = (0, 0); start < bracket.Text.Length; start = end + 1)
        {
            end = bracket.Folded.IndexOf(';', start) is >= 0 and var stop ? stop : bracket.Text.Length;
            var folded = bracket.Folded[start..end];
            if (WholePeriod.TryRead(folded) is not null) values.Add(new LabelledValue(ColumnKind.Deadline, "", bracket.Slice(start, end)));
            else if (BracketNames.Are(folded)) values.AddRange(WithDeadline(ColumnKind.Charged, "", bracket.Slice(start, end)).Select(v => v with
            {
                Words = v.Words.Slice(0, v.Words.Text.Length - (v.Kind == ColumnKind.Charged ? BracketNames.TailOf(v.Words.Folded) : 0)),
            }));
            else return [];
        }
        return values;
    }

    /// <summary>Names, and the deadline that stands behind the last comma: 甲局牵头，乙局配合，9月底前完成.</summary>
    private static IEnumerable<LabelledValue> WithDeadline(ColumnKind kind, string label, CellText words)
    {
        var comma = kind >= ColumnKind.Lead ? words.Folded.LastIndexOf(',') : -1;
        if (comma < 0 || WholePeriod.TryRead(words.Folded[(comma + 1)..]) is null) return [new LabelledValue(kind, label, words)];
        return [new LabelledValue(kind, label, words.Slice(0, comma)), new LabelledValue(ColumnKind.Deadline, "", words.Slice(comma + 1, words.Text.Length))];
    }

    private static int Open(string folded, int close)
    {
        var depth = 0;
        for (var i = close; i >= 0; i--)
        {
            if (folded[i] is ')' or ']' or '〕' or '】') depth++;
            else if (folded[i] is '(' or '[' or '〔' or '【' && --depth == 0) return i;
        }
        return -1;
    }
}
