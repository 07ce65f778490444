using System.Globalization;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Papers;

/// <summary>更正说明: what a correction says otherwise than the version before.</summary>
static class CorrectionPart
{
    public static IEnumerable<Block> Compose(Wordings words, int version, IReadOnlyList<Figure> before, IReadOnlyList<Figure> now)
    {
        var changes = FigureChange.Between(before, now);
        yield return new Heading(1, words["PartCorrection"]);
        if (changes.Count == 0)
        {
            yield return new Paragraph([new Run(words.Format("CorrectionNothing", version - 1))], "correction.lead");
            yield break;
        }

        yield return new Paragraph([new Run(words.Format("CorrectionLead", version - 1, changes.Count))], "correction.lead");
        yield return new Table(
            words["CorrectionTable"],
            [new(words["ColumnNumber"]), new(words["AnnexFigure"], Centred: false), new(words["ColumnBefore"]), new(words["ColumnAfter"]), new(words["ColumnMarks"])],
            [.. changes.Index().Select(c => Row(words, c.Index + 1, c.Item))]);
    }

    static IReadOnlyList<Inline> Row(Wordings words, int number, FigureChange change) =>
    [
        new Run(number.ToString(CultureInfo.InvariantCulture)), new Run(change.Label), new Run(change.Before?.Text ?? words["AnnexNothing"]),
        new Run(change.After?.Text ?? words["AnnexNothing"]), change.After is { } figure ? new Marks(figure, figure) : new Run(""),
    ];
}
