using System.Text;

namespace Suite.Tasks.Decomposition.Cells;

/// <summary>
/// Cleans one cell. Markup is b, strong, p and br in any case and the HTML entities; whatever else stands in angle brackets
/// is text. White space goes, except that one space stays between two ASCII letters, where it separates words.
/// </summary>
internal ref struct CellTextReader(ReadOnlySpan<char> cell, int sourceStart)
{
    private readonly ReadOnlySpan<char> cell = cell;
    private readonly StringBuilder text = new(cell.Length);
    private readonly List<(int Clean, int Source)> runs = [];
    private readonly List<TextSpan> bold = [];
    private readonly List<int> paragraphs = [];
    private int boldFrom = -1;
    private int spaceAt = -1;
    private bool newParagraph = true;

    internal static CellText Read(string document, int start, int end) =>
        new CellTextReader(document.AsSpan(start, end - start), start).Read();

    private CellText Read()
    {
        for (var i = 0; i < cell.Length;)
        {
            if (cell[i] == '<' && Markup.TryTag(cell[i..], out var tag, out var length)) Apply(tag);
            else if (cell[i] == '&' && Markup.TryEntity(cell[i..], out var decoded, out length)) Add(decoded, i);
            else
            {
                Add(cell[i], i);
                length = 1;
            }
            i += length;
        }
        CloseBold();
        return text.Length == 0 ? CellText.Empty : new CellText(text.ToString(), runs, bold, paragraphs);
    }

    private void Apply(MarkupTag tag)
    {
        CloseBold();
        if (tag == MarkupTag.Bold) boldFrom = text.Length;
        else if (tag == MarkupTag.Paragraph) newParagraph = true;
    }

    private void CloseBold()
    {
        if (boldFrom >= 0 && text.Length > boldFrom) bold.Add(new TextSpan(boldFrom, text.Length - boldFrom));
        boldFrom = -1;
    }

    private void Add(char c, int at)
    {
        if (Markup.IsBlank(c))
        {
            if (spaceAt < 0) spaceAt = at;
            return;
        }
        var separates = spaceAt >= 0 && text.Length > 0 && char.IsAsciiLetter(c) && char.IsAsciiLetter(text[^1]);
        if (separates) Append(' ', spaceAt);
        spaceAt = -1;
        if (newParagraph) paragraphs.Add(text.Length);
        newParagraph = false;
        Append(c, at);
    }

    private readonly void Append(char c, int at)
    {
        var source = sourceStart + at;
        if (runs.Count == 0 || source - runs[^1].Source != text.Length - runs[^1].Clean) runs.Add((text.Length, source));
        text.Append(c);
    }
}
