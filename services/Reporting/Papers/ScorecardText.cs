using Suite.Reporting.Bulletins;
using Suite.Reporting.Facts;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Papers;

/// <summary>单位督查情况: one unit's tasks, its rank, its quarters.</summary>
static class ScorecardText
{
    public static PaperBody Compose(Draft draft)
    {
        var words = draft.Words;
        var unit = draft.Plan!.Tasks.SelectMany(t => t.LeadUnits).FirstOrDefault(u => u.Unit == draft.Subject) ?? throw Problems.NotFound("unit with tasks in the plan", draft.Subject);
        var name = Texts.Line(unit.DisplayName);
        var tasks = draft.Facts.Tasks.Where(Led).ToList();
        return new(
            [words.Format("ScorecardTitle", name), words.Format("ScorecardTitleWhat", draft.Facts.Plan.Year, draft.Quarter)], "",
            [
                .. Headings.Numbered(words,
                [
                    new Heading(1, words["PartOverall"]), new Paragraph(Lead(draft, unit, name, tasks), "overall.lead"),
                    .. Tables.Quarters(draft, words["QuartersTable"], words["QuartersChart"], Led),
                    new Heading(1, words["PartTasks"]), Tables.Tasks(draft, words["TasksTable"], tasks),
                    .. ProgressPart.Compose(draft, tasks),
                    .. TroublesPart.Compose(draft, tasks),
                ]),
            ], "", name);

        bool Led(TaskStanding standing) => standing.Task.LeadUnits.Any(u => u.Unit == draft.Subject);
    }

    static IReadOnlyList<Inline> Lead(Draft draft, LeadUnit unit, string name, List<TaskStanding> tasks)
    {
        var words = draft.Words;
        List<Inline> lead = [.. Sentence.Fill(words.Format("ScorecardLead", draft.Day, name),
            new Quote(draft.Count(Tally.Tasks, "unit", name, tasks)), new Quote(draft.Count(Tally.Due, "unit", name, tasks)), new Quote(draft.Count(Tally.Accepted, "unit", name, tasks)))];
        var ranked = UnitStanding.Ranked(draft.Facts);
        if (ranked.FirstOrDefault(u => u.Unit.Unit == unit.Unit) is { } standing)
            lead.AddRange(Sentence.Fill(words["ScorecardRank"],
                new Quote(draft.Figures.Add(words["RankedUnits"], ranked.Count, words.Unit("UnitUnit", ranked.Count), "count(units with something due)", ranked.SelectMany(u => u.Tasks.Select(t => FigureSource.Of(t.Task, u.Unit))))),
                new Quote(draft.Figures.Add(words.Format("SectionLabel", name, words["ColumnRank"]), standing.Rank, words.Rank(standing.Rank), $"rank(unit = {name})", standing.Tasks.Select(t => FigureSource.Of(t.Task, unit))))));
        return lead;
    }
}
