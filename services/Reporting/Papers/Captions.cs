using Suite.Reporting.Wording;

namespace Suite.Reporting.Papers;

/// <summary>Numbers the tables and charts of a document in their order, and puts the numbers where its text refers to them.</summary>
static class Captions
{
    public static IReadOnlyList<Block> Numbered(Wordings words, IReadOnlyList<Block> blocks)
    {
        var numbers = blocks.OfType<Table>().Where(t => t.Title.Length > 0).Index().Where(t => t.Item.Key.Length > 0)
            .ToDictionary(t => t.Item.Key, t => words.Format("TableNumber", t.Index + 1));
        var (tables, charts) = (0, 0);
        return
        [
            .. blocks.Select(block => block switch
            {
                Table { Title.Length: > 0 } table => table with { Title = words.Format("Caption", words.Format("TableNumber", ++tables), table.Title) },
                Chart chart => chart with { Title = words.Format("Caption", words.Format("ChartNumber", ++charts), chart.Title) },
                Paragraph paragraph when paragraph.Inlines.Any(i => i is TableNumber) => paragraph with { Inlines = [.. paragraph.Inlines.Select(Named)] },
                _ => block,
            }),
        ];

        Inline Named(Inline inline) => inline is TableNumber reference ? new Run(numbers[reference.Key]) : inline;
    }
}
