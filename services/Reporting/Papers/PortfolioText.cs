using Suite.Reporting.Bulletins;
using Suite.Reporting.Facts;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Papers;

/// <summary>分管任务情况: the tasks that name a leader, by unit, with those that are behind.</summary>
static class PortfolioText
{
    public static PaperBody Compose(Draft draft)
    {
        var words = draft.Words;
        var leader = draft.Plan!.Tasks.SelectMany(t => t.Leaders).FirstOrDefault(l => l.Person == draft.Subject)
            ?? throw Problems.NotFound("leader with tasks in the plan", draft.Subject);
        var name = Texts.Line(leader.DisplayName);
        var tasks = draft.Facts.Tasks.Where(Named).ToList();
        var units = tasks.SelectMany(t => t.Task.LeadUnits.Select(u => (Unit: u, Task: t))).GroupBy(x => x.Unit.Unit)
            .Select(g => (g.First().Unit.DisplayName, (IReadOnlyList<TaskStanding>)[.. g.Select(x => x.Task)])).ToList();
        return new(
            [words.Format("PortfolioTitle", name), words.Format("ScorecardTitleWhat", draft.Facts.Plan.Year, draft.Quarter)], "",
            [
                .. Headings.Numbered(words,
                [
                    new Heading(1, words["PartOverall"]),
                    new Paragraph(Sentence.Fill(words.Format("PortfolioLead", draft.Day, name), [.. Said().Select(t => new Quote(draft.Count(t, "leader", name, tasks)))]), "overall.lead"),
                    .. Tables.Quarters(draft, words["QuartersTable"], words["QuartersChart"], Named),
                    // Of one unit alone the table would say what has been said above.
                    .. units.Count > 1 ? Tables.Counts(draft, words["UnitsTable"], words["ColumnUnit"], "unit", units).Prepend(new Heading(1, words["PartUnits"])) : [],
                    .. TroublesPart.Compose(draft, tasks),
                    new Heading(1, words["PartTasks"]), Tables.Tasks(draft, words["TasksTable"], tasks),
                ]),
            ], "", name);

        bool Named(TaskStanding standing) => standing.Task.Leaders.Any(l => l.Person == draft.Subject);
    }

    static Tally[] Said() => [Tally.Tasks, Tally.Due, Tally.Accepted, Tally.Green, Tally.Yellow, Tally.Red, Tally.Blue];
}
