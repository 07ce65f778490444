using Suite.Reporting.Facts;
using Suite.Reporting.Papers;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Bulletins;

/// <summary>任务调整情况: what editions of the plan changed within the quarter. Nothing where nothing was changed.</summary>
static class AdjustmentPart
{
    const int LongestTarget = 80;

    static readonly string[] Fields = ["TARGET", "SCHEDULE", "LEAD_UNITS", "SUPPORTING_UNITS"];

    public static IEnumerable<Block> Compose(Draft draft)
    {
        var (words, changed) = (draft.Words, draft.Facts.Changed);
        var decided = draft.Facts.Adjustments.Where(s => s.Step == AdjustmentStepKind.Decided).ToList();
        if (changed.Count == 0 && decided.Count == 0) yield break;
        yield return new Heading(1, words["PartAdjustments"]);
        foreach (var block in Decided(draft, decided)) yield return block;
        if (changed.Count == 0) yield break;
        yield return new Paragraph(Sentence.Fill(
            words["AdjustmentsLead"], Count(draft, "Added", t => t is { Revision: 0, Added: true }), Count(draft, "Revised", t => t is { Revision: > 0, Withdrawn: false }),
            Count(draft, "Withdrawn", t => t.Withdrawn)), "adjustments.lead");
        yield return new Table(words["AdjustmentsTable"],
            [new(words["ColumnNumber"]), new(words["ColumnChange"]), new(words["ColumnTarget"], Centred: false), new(words["ColumnUnit"], Centred: false)],
            [.. changed.Select(t => (IReadOnlyList<Inline>)
            [
                new Run($"{t.Number}"), new Run(words[t.Withdrawn ? "ChangeWithdrawn" : t.Revision == 0 ? "ChangeAdded" : "ChangeRevised"]),
                new Run(Texts.Excerpt(t.Target, LongestTarget)), new Run(Tables.Units(t.LeadUnits)),
            ])]);
    }

    /// <summary>What was asked for, word for word before and after, and what the office decided.</summary>
    static IEnumerable<Block> Decided(Draft draft, List<AdjustmentStep> decided)
    {
        var words = draft.Words;
        if (decided.Count == 0) yield break;
        var granted = decided.Where(s => s.Approved).ToList();
        yield return new Paragraph(Sentence.Fill(words["DecidedLead"], Steps("DecidedAll", "decided", decided), Steps("DecidedGranted", "approved", granted)), "adjustments.decided");
        yield return new Table(words["DecidedTable"],
            [
                new(words["ColumnNumber"]), new(words["ColumnUnit"], Centred: false), new(words["ColumnField"]), new(words["ColumnAdjustedFrom"], Centred: false),
                new(words["ColumnAdjustedTo"], Centred: false), new(words["ColumnReason"], Centred: false), new(words["ColumnDecision"]),
            ], [.. decided.SelectMany(step => step.Fields.Select(field => Row(words, Tables.NumberOf(step.Task), step, field)))]);

        Quote Steps(string key, string formula, List<AdjustmentStep> steps) => new(draft.Figures.Add(
            words[key], steps.Count, words.Unit("PieceUnit", steps.Count), $"count(adjustments {formula})", steps.Select(s => new FigureSource(s.Task, Tables.NumberOf(s.Task), UnitName: s.UnitName, Reviewer: s.By))));
    }

    static IReadOnlyList<Inline> Row(Wordings words, int number, AdjustmentStep step, AdjustedField field) =>
    [
        new Run($"{number}"), new Run(Texts.Line(step.UnitName)), new Run(Fields.Contains(field.Field) ? words[$"Field{field.Field}"] : Texts.Line(field.Field)), new Run(Texts.Excerpt(field.Before, LongestTarget)),
        new Run(step.Kind == "WITHDRAWAL" ? words["ChangeWithdrawn"] : Texts.Excerpt(field.After, LongestTarget)), new Run(Texts.Excerpt(step.Reason, LongestTarget)),
        new Run(words[step.Approved ? "DecisionGranted" : "DecisionRefused"]),
    ];

    static Quote Count(Draft draft, string key, Func<KnownTask, bool> which)
    {
        var tasks = draft.Facts.Changed.Where(which).DistinctBy(t => t.Name).ToList();
        return new(draft.Figures.Add(
            draft.Words[$"Change{key}"], tasks.Count, draft.Words.Unit("TaskUnit", tasks.Count), $"count({key.ToLowerInvariant()} by editions)", tasks.Select(FigureSource.Of)));
    }
}
