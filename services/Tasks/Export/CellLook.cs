using Suite.Tasks.Decomposition;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Export;

/// <summary>How the clean text of a cell is set: which stretches are bold, where paragraphs begin. The text itself is left as it is.</summary>
/// <param name="Bold">Ascending, none touching another in its paragraph: word processors would make one run of the two.</param>
/// <param name="Breaks">Where paragraphs begin but the first, ascending.</param>
sealed record CellLook(string Text, IReadOnlyList<TextSpan> Bold, IReadOnlyList<int> Breaks)
{
    public static CellLook Plain(string text) => new(text, [], []);

    /// <summary>The cell as the reader sees it when it comes back.</summary>
    public CellText Read() => Text.Length == 0 ? CellText.Empty : new(Text, [new SourceRun(0, 0)], [.. Bold], [0, .. Breaks]);

    public CellContent ToCell()
    {
        var lines = new List<TextLine>();
        var (from, bold) = (0, 0);
        foreach (var end in Breaks.Append(Text.Length))
        {
            var runs = new List<TextRun>();
            for (; bold < Bold.Count && Bold[bold].Start < end; bold++)
            {
                Add(runs, from, Bold[bold].Start, bold: false);
                from = Math.Min(Bold[bold].End, end);
                Add(runs, Bold[bold].Start, from, bold: true);
            }

            Add(runs, from, end, bold: false);
            from = end;
            if (runs.Count > 0) lines.Add(new(runs));
        }

        return new(lines);
    }

    void Add(List<TextRun> runs, int from, int to, bool bold)
    {
        if (to > from) runs.Add(new(Printable.Of(Text[from..to]), bold));
    }
}
