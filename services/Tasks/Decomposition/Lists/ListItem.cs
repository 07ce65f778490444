using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Documents;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>A line of a list with the lines below it that carry no number.</summary>
internal sealed class ListItem(ItemStyle style, int line, bool heading)
{
    private readonly List<CellText> words = [];
    private readonly List<LabelledValue> values = [];

    internal ItemStyle Style => style;

    internal int Line => line;

    /// <summary>True for a line that is a heading by its outline level.</summary>
    internal bool IsHeading => heading;

    /// <summary>Of a line that is no item but sets a deadline for several; otherwise null.</summary>
    internal CellText? Deadline { get; private init; }

    /// <summary>Of a line that says who signs, or when; otherwise null.</summary>
    internal CellText? Signature { get; private init; }

    /// <summary>True for a line of its own that is no item.</summary>
    private bool IsApart => Deadline is not null || Signature is not null;

    internal IReadOnlyList<LabelledValue> Values => values;

    /// <summary>True where the values stand in lines of their own, below what may be several items.</summary>
    internal bool ValuesBelow { get; private set; }

    /// <summary>The words of the whole item; a title in a line of its own ends with a full stop.</summary>
    internal CellText Words => CellText.Stack([.. words.Select((w, i) =>
        i + 1 < words.Count && char.IsLetterOrDigit(w.Text[^1]) ? CellText.Join([w, CellText.Of("。")]) : w)]);

    internal void Add(LabelledWords part)
    {
        if (!part.Words.IsEmpty) words.Add(part.Words);
        if (part.Values.Count == 0) return;
        ValuesBelow |= values.Count == 0 && !part.Words.Folded.Any(char.IsLetterOrDigit);
        values.AddRange(part.Values);
    }

    /// <summary>Takes in the item below, number and all, whose values are those of both.</summary>
    internal void Take(ListItem below)
    {
        if (below.Style.Label.Length > 0) words.Add(CellText.Join([CellText.Of(below.Style.Label is ['（', ..] or [>= '①' and <= '⑳'] ? below.Style.Label : below.Style.Label + "."), below.Words]));
        else words.AddRange(below.words);
        values.AddRange(below.values);
    }

    /// <summary>The document's lines as items, in order; those before the first numbered or labelled one are left to the preface.</summary>
    internal static (List<string> Preface, List<ListItem> Items) ReadAll(SourceDocument document)
    {
        var (preface, items) = (new List<string>(), new List<ListItem>());
        var lines = Lines(document).ToList();
        var began = false;
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, line, level) = lines[i];
            if (items.Count > 0 && (RowWords.IsDate(text.Folded) || (RowWords.IsSigner(text.Folded) && i + 1 < lines.Count && RowWords.IsDate(lines[i + 1].Text.Folded))))
            {
                items.Add(new ListItem(default, line, heading: false) { Signature = text });
                continue;
            }
            var style = ItemStyle.Of(text.Folded);
            var part = LabelledWords.Read(text.Slice(style.Length, text.Text.Length));
            if (style.Level == 0 && SharedIn(text, part, items.Count == 0) is { } deadline)
            {
                if (items.Count == 0) preface.Add(text.Text);
                items.Add(new ListItem(style, line, heading: false) { Deadline = deadline });
            }
            else if (style.Level == 0 && !began && part.Values.Count == 0) preface.Add(text.Text);
            else if (IsNumberedLabel(style, part) && items.Count > 0 && !items[^1].IsApart) items[^1].Add(part);
            else if (style.Level > 0 || level > 0 || items.Count == 0 || items[^1].IsApart || (items[^1].values.Count > 0 && !part.Words.IsEmpty))
            {
                items.Add(new ListItem(style, line, level > 0));
                began = true;
                items[^1].Add(part);
            }
            else items[^1].Add(part);
        }
        return (preface, items);
    }

    /// <summary>3.责任单位：市人社局 below an item: the number counts what is said of it.</summary>
    private static bool IsNumberedLabel(ItemStyle style, LabelledWords part) => style.Level > 3 && part.Values.Count > 0 && !part.Words.Folded.Any(char.IsLetterOrDigit);

    /// <summary>A deadline for all items: in a sentence that says so, or by its label in a line before the first.</summary>
    private static CellText? SharedIn(CellText line, LabelledWords part, bool first) =>
        first && part is { Words.IsEmpty: true, Values: [{ Kind: ColumnKind.Deadline } only] } ? only.Words
        : part.Values.Count == 0 ? SharedDeadline.InSentence(line) : null;

    private static IEnumerable<(CellText Text, int Line, int Level)> Lines(SourceDocument document)
    {
        foreach (var block in document.Blocks)
            if (block is Paragraph paragraph)
                foreach (var part in Parts(paragraph.Text)) yield return (part, block.Line, paragraph.OutlineLevel);
            else if (block is Grid grid)
                foreach (var row in grid.Rows)
                    foreach (var cell in row.Cells)
                        foreach (var part in Parts(cell.Text)) yield return (part, row.Line, 0);
    }

    private static IEnumerable<CellText> Parts(CellText text) => text.IsEmpty ? [] : text.SplitParagraphs();
}
