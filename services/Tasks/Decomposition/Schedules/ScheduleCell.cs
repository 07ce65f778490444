using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>A stretch of a schedule that stood in a cell of its own.</summary>
/// <param name="Span">Its words, the period's name left out.</param>
/// <param name="Period">What its column, or the cell of its deadline, names; null where the words alone tell.</param>
internal sealed record SchedulePart(TextSpan Span, Period? Period);

/// <summary>
/// A task's schedule as one text. Where a column stands for a period, or a cell beside it for a deadline, the text is what one cell would
/// have said: the words that name the period, a colon, the words of the cell, and a full stop where they end without a sign.
/// </summary>
internal sealed record ScheduleCell(CellText Text, IReadOnlyList<SchedulePart> Parts)
{
    internal static ScheduleCell Compose(IReadOnlyList<ScheduleRow> rows)
    {
        var all = rows.SelectMany(r => r.Parts).ToList();
        if (all is [{ Name: null, Words: var only }]) return new ScheduleCell(only, [new SchedulePart(new TextSpan(0, only.Text.Length), null)]);
        var (pieces, parts, at) = (new List<CellText>(), new List<SchedulePart>(), 0);
        foreach (var (name, period, words) in all)
        {
            var marker = name is null ? CellText.Empty : CellText.Join([name, CellText.Of("：")]);
            var stop = Words.EndsSentence(words.Folded[^1]) || words.Folded[^1] is ',' or '、' or ':' ? CellText.Empty : CellText.Of("。");
            var piece = CellText.Join([marker, words, stop]);
            parts.Add(new SchedulePart(new TextSpan(at + marker.Text.Length, piece.Text.Length - marker.Text.Length), period));
            pieces.Add(piece);
            at += piece.Text.Length;
        }
        return new ScheduleCell(pieces.Count == 0 ? CellText.Empty : CellText.Stack(pieces), parts);
    }
}
