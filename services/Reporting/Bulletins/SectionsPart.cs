using Suite.Reporting.Facts;

namespace Suite.Reporting.Bulletins;

/// <summary>二、各板块推进情况: a table with a row for each section of the plan.</summary>
static class SectionsPart
{
    static readonly Tally[] Tallies =
        [Tally.Tasks, Tally.Acknowledged, Tally.Due, Tally.Reported, Tally.Accepted, Tally.Green, Tally.Yellow, Tally.Red, Tally.Blue];

    public static IEnumerable<Block> Compose(Draft draft)
    {
        var words = draft.Words;
        List<Column> columns = [new(words["ColumnSection"], 30, Centred: false), .. Tallies.Select(t => new Column(words[$"Tally{t.Key}"], 11)), new(words["ColumnMarks"], 27)];
        return
        [
            new Heading(1, words["PartSections"]),
            new Paragraph([new Run(words["SectionsLead"])]),
            new Table(words["SectionsTable"], columns, [.. draft.Facts.Sections.Select(section => Row(draft, section))]),
        ];
    }

    static IReadOnlyList<Inline> Row(Draft draft, IGrouping<string, TaskStanding> section)
    {
        var figures = Tallies.Select(tally => draft.Count(tally, section.Key, section)).ToList();
        return [new Run(Texts.Line(section.Key)), .. figures.Select(f => new Cell(f)), new Marks(figures[0], figures[^1])];
    }
}
