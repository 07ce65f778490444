using System.Text;

namespace Suite.Tasks.Decomposition.Cells;

/// <summary>
/// A cell without markup and white space, which remembers where its characters stood in the document, which of them were
/// bold, and where its paragraphs begin.
/// </summary>
internal sealed class CellText
{
    private readonly List<(int Clean, int Source)> runs;
    private readonly List<int> paragraphs;

    internal CellText(string text, List<(int Clean, int Source)> runs, IReadOnlyList<TextSpan> bold, List<int> paragraphs)
    {
        this.runs = runs;
        Text = text;
        Folded = Width.Fold(text);
        Bold = bold;
        this.paragraphs = paragraphs;
    }

    /// <summary>The clean text.</summary>
    internal string Text { get; }

    /// <summary>The clean text in half width, character for character at the same offsets; grammars look at this.</summary>
    internal string Folded { get; }

    /// <summary>Bold runs, ascending, never empty, never overlapping; neighbours stay apart where the document has two.</summary>
    internal IReadOnlyList<TextSpan> Bold { get; }

    /// <summary>Offsets at which a paragraph begins, ascending; the first is 0.</summary>
    internal IReadOnlyList<int> Paragraphs => paragraphs;

    internal bool IsEmpty => Text.Length == 0;

    internal static CellText Empty { get; } = new("", [], [], []);

    /// <summary>Where the character at <paramref name="offset"/> of the clean text stands in the document; -1 in an empty cell.</summary>
    internal int SourceOffset(int offset)
    {
        if (runs.Count == 0) return -1;
        var found = runs.BinarySearch((offset, int.MaxValue));
        var (clean, source) = runs[Math.Max(0, found < 0 ? ~found - 1 : found)];
        return source + offset - clean;
    }

    /// <summary>The index of the paragraph that holds <paramref name="offset"/>.</summary>
    internal int ParagraphOf(int offset)
    {
        var found = paragraphs.BinarySearch(offset);
        return found < 0 ? ~found - 1 : found;
    }

    internal string At(TextSpan span) => Text.Substring(span.Start, span.Length);

    internal CellText Slice(int start, int end)
    {
        if (start == 0 && end == Text.Length) return this;
        if (start >= end) return Empty;
        var kept = new List<(int, int)> { (0, SourceOffset(start)) };
        foreach (var (clean, source) in runs)
            if (clean > start && clean < end) kept.Add((clean - start, source));
        return new CellText(Text[start..end], kept, Clip(start, end), Starts(start, end));
    }

    /// <summary>Words that stand nowhere in the document, such as the sign between two cells.</summary>
    internal static CellText Of(string words) => words.Length == 0 ? Empty : new CellText(words, [], [], [0]);

    /// <summary>The pieces as one cell, as when a page break cut it.</summary>
    internal static CellText Join(IReadOnlyList<CellText> pieces) => Join(pieces, apart: false);

    /// <summary>The pieces as paragraphs of one cell, as when a cell's parts stand in rows of their own.</summary>
    internal static CellText Stack(IReadOnlyList<CellText> pieces) => Join(pieces, apart: true);

    private static CellText Join(IReadOnlyList<CellText> pieces, bool apart)
    {
        if (pieces.Count == 1) return pieces[0];
        var text = new StringBuilder();
        var runs = new List<(int, int)>();
        var bold = new List<TextSpan>();
        var starts = new List<int>();
        foreach (var piece in pieces)
        {
            var at = text.Length;
            runs.AddRange(piece.runs.Select(r => (r.Clean + at, r.Source)));
            bold.AddRange(piece.Bold.Select(b => new TextSpan(b.Start + at, b.Length)));
            starts.AddRange(piece.Paragraphs.Where(p => p > 0 || at == 0 || apart).Select(p => p + at));
            text.Append(piece.Text);
        }
        return text.Length == 0 ? Empty : new CellText(text.ToString(), runs, bold, starts);
    }

    /// <summary>Each paragraph by itself.</summary>
    internal IEnumerable<CellText> SplitParagraphs()
    {
        for (var i = 0; i < Paragraphs.Count; i++)
            yield return Slice(Paragraphs[i], i + 1 < Paragraphs.Count ? Paragraphs[i + 1] : Text.Length);
    }

    private List<TextSpan> Clip(int start, int end) =>
        [.. from run in Bold
            let low = Math.Max(run.Start, start)
            let high = Math.Min(run.End, end)
            where low < high
            select new TextSpan(low - start, high - low)];

    private List<int> Starts(int start, int end) =>
        [0, .. Paragraphs.Where(p => p > start && p < end).Select(p => p - start)];
}
