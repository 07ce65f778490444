using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>
/// The names of source documents in requirement cells: a short name before a colon, at the start of the cell, of a
/// paragraph, of a bold run or behind a sentence. A name counts where it is bold, carries 《》, or begins several cells.
/// </summary>
internal sealed class SourceLabels
{
    private const int Longest = 30;
    private readonly HashSet<string> known;

    internal SourceLabels(IEnumerable<CellText> requirements) =>
        known = [.. requirements.SelectMany(Leading).GroupBy(l => l.Label).Where(g => g.Count() > 1 || g.Any(l => l.Sure)).Select(g => g.Key)];

    internal static bool StartsWithLabel(CellText cell) => LabelEnd(cell.Folded, 0) > 0;

    internal RequirementText Read(CellText cell)
    {
        if (cell.IsEmpty) return RequirementText.None;
        var labels = Labels(cell);
        var parts = new List<RequirementPart>();
        if (labels.Count == 0 || labels[0].Start > 0)
            parts.Add(new RequirementPart(null, cell.Text[..(labels.Count == 0 ? cell.Text.Length : labels[0].Start)]));
        for (var i = 0; i < labels.Count; i++)
        {
            var end = i + 1 < labels.Count ? labels[i + 1].Start : cell.Text.Length;
            parts.Add(new RequirementPart(cell.At(labels[i]), cell.Text[(labels[i].End + 1)..end]));
        }
        return new RequirementText(cell.Text, [.. parts.Select(p => p.Source).OfType<string>().Distinct()], parts);
    }

    private List<TextSpan> Labels(CellText cell)
    {
        var bold = cell.Bold.Select(b => b.Start).ToHashSet();
        var starts = cell.Paragraphs.Concat(bold).Concat(BehindSentences(cell.Folded)).Distinct().Order();
        var labels = new List<TextSpan>();
        foreach (var start in starts)
        {
            var end = LabelEnd(cell.Folded, start);
            if (end < 0 || (labels.Count > 0 && start < labels[^1].End)) continue;
            if (known.Contains(cell.Folded[start..end])) labels.Add(new TextSpan(start, end - start));
        }
        return labels;
    }

    /// <summary>Labels at the start of a cell or of a bold run; sure where they are bold or carry the marks of a title.</summary>
    private static IEnumerable<(string Label, bool Sure)> Leading(CellText cell)
    {
        var bold = cell.Bold.Select(b => b.Start).ToHashSet();
        foreach (var start in bold.Append(0).Distinct())
        {
            var end = LabelEnd(cell.Folded, start);
            if (end < 0) continue;
            var label = cell.Folded[start..end];
            yield return (label, bold.Contains(start) || label.Contains('《', StringComparison.Ordinal));
        }
    }

    private static IEnumerable<int> BehindSentences(string folded)
    {
        for (var i = 0; i + 1 < folded.Length; i++)
            if (folded[i] is '。' or ';') yield return i + 1;
    }

    /// <summary>Where the label beginning at <paramref name="start"/> ends, before its colon; -1 where none begins there.</summary>
    private static int LabelEnd(string folded, int start)
    {
        for (var i = start; i < folded.Length && i - start <= Longest; i++)
            if (folded[i] == ':') return i > start + 1 ? i : -1;
            else if (folded[i] is '。' or ',' or ';' or '!' or '?') return -1;
        return -1;
    }
}
