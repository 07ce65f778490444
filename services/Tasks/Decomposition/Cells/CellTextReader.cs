namespace Suite.Tasks.Decomposition.Cells;

/// <summary>
/// Cleans one cell of a text. Markup is b, strong, p and br in any case and the HTML entities; whatever else stands in angle
/// brackets is text.
/// </summary>
internal static class CellTextReader
{
    /// <param name="linesAreParagraphs">True where a line break inside the cell was meant as one, as in a quoted cell of CSV.</param>
    /// <exception cref="PlanFormatException">The cell is longer than the options allow.</exception>
    internal static CellText Read(
        string document, int start, int end, ReaderOptions? options = null, int line = 0, bool linesAreParagraphs = false)
    {
        options ??= ReaderOptions.Default;
        if (end - start > options.MaxCellCharacters) throw Limits.CellTooLong(options, line, end - start);
        return Read(document, start, end, new CellTextBuilder(options, line), linesAreParagraphs);
    }

    /// <param name="text">An empty builder, left empty for the next cell.</param>
    /// <param name="linesAreParagraphs">As above.</param>
    internal static CellText Read(string document, int start, int end, CellTextBuilder text, bool linesAreParagraphs = false)
    {
        var cell = document.AsSpan(start, end - start);
        for (var i = 0; i < cell.Length;)
        {
            if (cell[i] == '<' && Markup.TryTag(cell[i..], out var tag, out var length)) Apply(tag, text);
            else if (cell[i] == '&' && Markup.TryEntity(cell[i..], out var decoded, out length)) text.Add(decoded, start + i);
            else
            {
                if (linesAreParagraphs && cell[i] is '\n' or '\r') text.StartParagraph();
                text.Add(cell[i], start + i);
                length = 1;
            }
            i += length;
        }
        return text.Build();
    }

    private static void Apply(MarkupTag tag, CellTextBuilder text)
    {
        text.EndBold();
        if (tag == MarkupTag.Bold) text.StartBold();
        else if (tag == MarkupTag.Paragraph) text.StartParagraph();
    }
}
