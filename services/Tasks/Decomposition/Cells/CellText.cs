using System.Text;

namespace Suite.Tasks.Decomposition.Cells;

/// <summary>
/// A cell without markup and white space, which remembers where its characters stood in the document, which of them were
/// bold, and where its paragraphs begin. There are as many as a document has cells, so each holds no more than it needs.
/// </summary>
internal sealed class CellText
{
    private static readonly int[] OneParagraph = [0];
    private readonly SourceRun[] runs;
    private readonly int[] paragraphs;
    private string? folded;

    internal CellText(string text, SourceRun[] runs, TextSpan[] bold, ReadOnlySpan<int> paragraphs)
    {
        Text = text;
        this.runs = runs;
        Bold = bold;
        this.paragraphs = paragraphs is [0] ? OneParagraph : paragraphs.ToArray();
    }

    /// <summary>The clean text.</summary>
    internal string Text { get; }

    /// <summary>The clean text in half width, character for character at the same offsets; grammars look at this.</summary>
    internal string Folded => folded ??= Width.Fold(Text);

    /// <summary>True where grammars see other words at some offsets than the clean text has.</summary>
    internal bool IsCovered { get; private init; }

    /// <summary>True where grammars see another character at this offset.</summary>
    internal bool IsCoveredAt(int offset) => IsCovered && Folded[offset] != Width.Fold(Text[offset]);

    /// <summary>The same cell, of which grammars see other words, as many characters.</summary>
    internal CellText SeenAs(string words) => new(Text, runs, [.. Bold], paragraphs) { folded = words, IsCovered = true };

    /// <summary>Bold runs, ascending, never empty, never overlapping; neighbours stay apart where the document has two.</summary>
    internal IReadOnlyList<TextSpan> Bold { get; }

    /// <summary>Offsets at which a paragraph begins, ascending; the first is 0.</summary>
    internal IReadOnlyList<int> Paragraphs => paragraphs;

    internal bool IsEmpty => Text.Length == 0;

    internal static CellText Empty { get; } = new("", [], [], []);

    /// <summary>Where the character at <paramref name="offset"/> of the clean text stands in the document; -1 in an empty cell.</summary>
    internal int SourceOffset(int offset)
    {
        if (runs.Length == 0) return -1;
        var (clean, source) = runs[RunOf(offset)];
        return source + offset - clean;
    }

    /// <summary>The last run that begins at or before an offset.</summary>
    private int RunOf(int offset)
    {
        var (low, high) = (0, runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (runs[middle].Clean <= offset) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>The index of the paragraph that holds <paramref name="offset"/>.</summary>
    internal int ParagraphOf(int offset)
    {
        var found = Array.BinarySearch(paragraphs, offset);
        return found < 0 ? ~found - 1 : found;
    }

    internal bool BeginsParagraph(int offset) => Array.BinarySearch(paragraphs, offset) >= 0;

    internal string At(TextSpan span) => Text.Substring(span.Start, span.Length);

    internal CellText Slice(int start, int end)
    {
        if (start == 0 && end == Text.Length) return this;
        if (start >= end) return Empty;
        var slice = new CellText(Text[start..end], Runs(start, end), Clip(start, end), Starts(start, end));
        return IsCovered ? slice.SeenAs(Folded[start..end]) : slice;
    }

    /// <summary>Words that stand nowhere in the document, such as the sign between two cells.</summary>
    internal static CellText Of(string words) => words.Length == 0 ? Empty : new CellText(words, [], [], OneParagraph);

    /// <summary>The pieces as one cell, as when a page break cut it.</summary>
    internal static CellText Join(IReadOnlyList<CellText> pieces) => Join(pieces, apart: false);

    /// <summary>The pieces as paragraphs of one cell, as when a cell's parts stand in rows of their own.</summary>
    internal static CellText Stack(IReadOnlyList<CellText> pieces) => Join(pieces, apart: true);

    private static CellText Join(IReadOnlyList<CellText> pieces, bool apart)
    {
        if (pieces.Count == 1) return pieces[0];
        var text = new StringBuilder();
        var runs = new List<SourceRun>();
        var bold = new List<TextSpan>();
        var starts = new List<int>();
        foreach (var piece in pieces)
        {
            var at = text.Length;
            runs.AddRange(piece.runs.Select(r => r with { Clean = r.Clean + at }));
            bold.AddRange(piece.Bold.Select(b => b with { Start = b.Start + at }));
            starts.AddRange(piece.paragraphs.Where(p => p > 0 || at == 0 || apart).Select(p => p + at));
            text.Append(piece.Text);
        }
        if (text.Length == 0) return Empty;
        var joined = new CellText(text.ToString(), [.. runs], [.. bold], [.. starts]);
        return pieces.Any(p => p.IsCovered) ? joined.SeenAs(string.Concat(pieces.Select(p => p.Folded))) : joined;
    }

    /// <summary>Each paragraph by itself.</summary>
    internal IEnumerable<CellText> SplitParagraphs()
    {
        for (var i = 0; i < paragraphs.Length; i++)
            yield return Slice(paragraphs[i], i + 1 < paragraphs.Length ? paragraphs[i + 1] : Text.Length);
    }

    private SourceRun[] Runs(int start, int end)
    {
        if (runs.Length == 0) return [new SourceRun(0, -1)];
        var first = RunOf(start);
        var behind = first + 1;
        while (behind < runs.Length && runs[behind].Clean < end) behind++;
        var kept = new SourceRun[behind - first];
        kept[0] = new SourceRun(0, SourceOffset(start));
        for (var i = first + 1; i < behind; i++) kept[i - first] = runs[i] with { Clean = runs[i].Clean - start };
        return kept;
    }

    private TextSpan[] Clip(int start, int end) => Bold.Count == 0 ? [] :
        [.. from run in Bold
            let low = Math.Max(run.Start, start)
            let high = Math.Min(run.End, end)
            where low < high
            select new TextSpan(low - start, high - low)];

    private int[] Starts(int start, int end) => paragraphs.Length == 1 ? OneParagraph :
        [0, .. paragraphs.Where(p => p > start && p < end).Select(p => p - start)];
}

/// <summary>A stretch of clean text whose characters stood one behind the other in the document.</summary>
/// <param name="Clean">Where it begins in the clean text.</param>
/// <param name="Source">Where it begins in the document.</param>
internal readonly record struct SourceRun(int Clean, int Source);
