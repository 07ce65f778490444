namespace Suite.Tasks.Export;

/// <summary>A stretch of words in one weight.</summary>
public sealed record TextRun(string Text, bool Bold);

/// <summary>Runs in one paragraph; none in an empty one.</summary>
public sealed record TextLine(IReadOnlyList<TextRun> Runs);

/// <summary>What a cell shows: paragraphs of runs, none where it is empty.</summary>
public sealed record CellContent(IReadOnlyList<TextLine> Lines)
{
    public static CellContent Empty { get; } = new([]);

    /// <summary>Paragraphs of plain words; empty ones are left out.</summary>
    public static CellContent Plain(params IEnumerable<string> paragraphs) =>
        new([.. paragraphs.Where(p => p.Length > 0).Select(p => new TextLine([new TextRun(Printable.Of(p), false)]))]);

    /// <summary>UTF-16 code units, the signs between paragraphs included.</summary>
    public int Length => Lines.Sum(l => l.Runs.Sum(r => r.Text.Length)) + Math.Max(0, Lines.Count - 1);

    /// <summary>The words, one paragraph a line.</summary>
    public string Text => string.Join('\n', Lines.Select(l => string.Concat(l.Runs.Select(r => r.Text))));
}
