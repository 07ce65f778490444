using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>二、各板块推进情况: a table with a row for each section of the plan.</summary>
static class SectionsPart
{
    static readonly Tally[] Tallies =
        [Tally.Tasks, Tally.Acknowledged, Tally.Due, Tally.Reported, Tally.Accepted, Tally.Green, Tally.Yellow, Tally.Red, Tally.Blue];

    public static IEnumerable<Block> Compose(Draft draft)
    {
        var words = draft.Words;
        List<Column> columns = [new(words["ColumnSection"], Centred: false), .. Tallies.Select(t => new Column(words[$"Tally{t.Key}"])), new(words["ColumnMarks"])];
        var rows = draft.Facts.Sections.Select(s => (Name: s.Key, Figures: Tallies.Select(tally => draft.Count(tally, "section", s.Key, s)).ToList())).ToList();
        return
        [
            new Heading(1, words["PartSections"]),
            new Paragraph(Sentence.Fill(words["SectionsLead"], new TableNumber("sections")), "sections.lead"),
            new Table(words["SectionsTable"], columns, [.. rows.Select(Row)]) { Key = "sections" },
            LightBars.Of(words, words["SectionsChart"], [.. rows.Select(r => (r.Name, (IReadOnlyList<Figure>)r.Figures[^4..]))]),
        ];
    }

    static IReadOnlyList<Inline> Row((string Name, List<Figure> Figures) row) =>
        [new Run(Texts.Line(row.Name)), .. row.Figures.Select(f => new Cell(f)), new Marks(row.Figures[0], row.Figures[^1])];
}
