using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>任务调整情况: what editions of the plan changed within the quarter. Nothing where nothing was changed.</summary>
static class AdjustmentPart
{
    const int LongestTarget = 80;

    public static IEnumerable<Block> Compose(Draft draft)
    {
        var (words, changed) = (draft.Words, draft.Facts.Changed);
        if (changed.Count == 0) yield break;
        yield return new Heading(1, words["PartAdjustments"]);
        yield return new Paragraph(Sentence.Fill(
            words["AdjustmentsLead"], Count(draft, "Added", t => t is { Revision: 0, Added: true }), Count(draft, "Revised", t => t is { Revision: > 0, Withdrawn: false }),
            Count(draft, "Withdrawn", t => t.Withdrawn)), "adjustments.lead");
        yield return new Table(words["AdjustmentsTable"],
            [new(words["ColumnNumber"], 8), new(words["ColumnChange"], 12), new(words["ColumnTarget"], 70, Centred: false), new(words["ColumnUnit"], 34, Centred: false)],
            [.. changed.Select(t => (IReadOnlyList<Inline>)
            [
                new Run($"{t.Number}"), new Run(words[t.Withdrawn ? "ChangeWithdrawn" : t.Revision == 0 ? "ChangeAdded" : "ChangeRevised"]),
                new Run(Texts.Excerpt(t.Target, LongestTarget)), new Run(Tables.Units(t.LeadUnits)),
            ])]);
    }

    static Quote Count(Draft draft, string key, Func<KnownTask, bool> which)
    {
        var tasks = draft.Facts.Changed.Where(which).DistinctBy(t => t.Name).ToList();
        return new(draft.Figures.Add(
            draft.Words[$"Change{key}"], tasks.Count, draft.Words["TaskUnit"], $"count({key.ToLowerInvariant()} by editions)", tasks.Select(FigureSource.Of)));
    }
}
