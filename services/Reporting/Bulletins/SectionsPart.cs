using Suite.Reporting.Facts;
using Suite.Reporting.Papers;
using Suite.Reporting.Wording;

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
        var rows = draft.Facts.Sections.Select(section => Row(draft, section)).ToList();
        return
        [
            new Heading(1, words["PartSections"]),
            new Paragraph(Sentence.Fill(words["SectionsLead"], new TableNumber("sections")), "sections.lead"),
            new Table(words["SectionsTable"], columns, [.. rows]) { Key = "sections" },
            Lights(words, [.. rows]),
        ];
    }

    static IReadOnlyList<Inline> Row(Draft draft, IGrouping<string, TaskStanding> section)
    {
        var figures = Tallies.Select(tally => draft.Count(tally, "section", section.Key, section)).ToList();
        return [new Run(Texts.Line(section.Key)), .. figures.Select(f => new Cell(f)), new Marks(figures[0], figures[^1])];
    }

    /// <summary>The bars of the lights, from the figures of the table.</summary>
    static Chart Lights(Wordings words, IReadOnlyList<IReadOnlyList<Inline>> rows)
    {
        (string Key, string Colour, int Column)[] lights = [("Green", "4CAF50", 6), ("Yellow", "FBC02D", 7), ("Red", "E53935", 8), ("Blue", "1E88E5", 9)];
        return new(words["SectionsChart"], [.. rows.Select(row => ((Run)row[0]).Text)],
            [.. lights.Select(l => new ChartSeries(words[$"Tally{l.Key}"], l.Colour, [.. rows.Select(row => ((Cell)row[l.Column]).Figure.Value)]))], Stacked: true);
    }
}
