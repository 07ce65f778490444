using System.Globalization;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Papers;

/// <summary>Tables that several kinds of documents have.</summary>
static class Tables
{
    const int LongestTarget = 80;

    static readonly Tally[] Tallies = [Tally.Tasks, Tally.Due, Tally.Reported, Tally.Accepted, Tally.Green, Tally.Yellow, Tally.Red, Tally.Blue];

    /// <summary>A row of counts for each part of the plan, and the bars of its lights below.</summary>
    /// <param name="scope">The part in the words of a formula.</param>
    public static IEnumerable<Block> Counts(
        Draft draft, string title, string column, string scope, IEnumerable<(string Name, IReadOnlyList<TaskStanding> Tasks)> parts, string? chart = null)
    {
        var words = draft.Words;
        var rows = parts.Select(part => (part.Name, Figures: Tallies.Select(t => draft.Count(t, scope, part.Name, part.Tasks)).ToList())).ToList();
        yield return new Table(
            title, [new(column, 30, Centred: false), .. Tallies.Select(t => new Column(words[$"Tally{t.Key}"], 12)), new(words["ColumnMarks"], 27)],
            [.. rows.Select(row => (IReadOnlyList<Inline>)[new Run(Texts.Line(row.Name)), .. row.Figures.Select(f => new Cell(f)), new Marks(row.Figures[0], row.Figures[^1])])]);
        if (chart is not null && rows.Count > 0) yield return Lights(draft, chart, [.. rows.Select(r => (r.Name, r.Figures))]);
    }

    /// <summary>The same tasks in each quarter up to the draft's.</summary>
    public static IEnumerable<Block> Quarters(Draft draft, string title, string chart, Func<TaskStanding, bool> which) => Counts(
        draft, title, draft.Words["ColumnQuarter"], "quarter",
        Enumerable.Range(1, draft.Facts.Quarter).Select(q => (draft.Words.Quarter(q), (IReadOnlyList<TaskStanding>)[.. draft.Plan!.Quarter(q).Tasks.Where(which)])), chart);

    public static Table Tasks(Draft draft, string title, IEnumerable<TaskStanding> tasks)
    {
        var words = draft.Words;
        return new(title,
            [new(words["ColumnNumber"], 8), new(words["ColumnTarget"], 66, Centred: false), new(words["ColumnUnit"], 30, Centred: false), new(words["ColumnDue"], 12), new(words["ColumnLight"], 12)],
            [.. tasks.Select(t => (IReadOnlyList<Inline>)
            [
                new Run($"{t.Task.Number}"), new Run(Texts.Excerpt(t.Task.Target, LongestTarget)), new Run(Units(t.Task.LeadUnits)),
                new Run(words[t.Due ? t.Accepted.Count > 0 ? "DueAccepted" : t.Reported ? "DueReported" : "DueMissing" : "NotDue"]),
                new Run(t.Light is { } light ? words.LightName(light) : words["AnnexNothing"]),
            ])]);
    }

    public static string Units(IEnumerable<LeadUnit> units) => string.Join('、', units.Select(u => Texts.Line(u.DisplayName)));

    /// <param name="task">plans/{plan}/tasks/{number}</param>
    public static int NumberOf(string task) => int.Parse(task.AsSpan(task.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    static Chart Lights(Draft draft, string title, IReadOnlyList<(string Name, List<Figure> Figures)> rows)
    {
        var words = draft.Words;
        (string Key, string Colour, int At)[] lights = [("Green", "4CAF50", 4), ("Yellow", "FBC02D", 5), ("Red", "E53935", 6), ("Blue", "1E88E5", 7)];
        return new(title, [.. rows.Select(r => Texts.Line(r.Name))],
            [.. lights.Select(l => new ChartSeries(words[$"Tally{l.Key}"], l.Colour, [.. rows.Select(r => r.Figures[l.At].Value)]))], Stacked: true);
    }
}
