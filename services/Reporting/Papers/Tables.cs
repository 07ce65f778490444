using System.Globalization;
using Suite.Reporting.Facts;

namespace Suite.Reporting.Papers;

/// <summary>Tables that several kinds of documents have.</summary>
static class Tables
{
    const int LongestTarget = 80;

    /// <summary>Tasks that a chart is drawn of: a bar of two or three says less than the row of its table.</summary>
    const int FewestDrawn = 5;

    static readonly Tally[] Tallies = [Tally.Tasks, Tally.Due, Tally.Reported, Tally.Accepted, Tally.Green, Tally.Yellow, Tally.Red, Tally.Blue];

    /// <summary>A row of counts for each part of the plan, and the bars of its lights below.</summary>
    /// <param name="scope">The part in the words of a formula.</param>
    public static IEnumerable<Block> Counts(
        Draft draft, string title, string column, string scope, IEnumerable<(string Name, IReadOnlyList<TaskStanding> Tasks)> parts, string? chart = null)
    {
        var words = draft.Words;
        var rows = parts.Select(part => (part.Name, Figures: Tallies.Select(t => draft.Count(t, scope, part.Name, part.Tasks)).ToList())).ToList();
        yield return new Table(
            title, [new(column, Centred: false), .. Tallies.Select(t => new Column(words[$"Tally{t.Key}"])), new(words["ColumnMarks"])],
            [.. rows.Select(row => (IReadOnlyList<Inline>)[new Run(Texts.Line(row.Name)), .. row.Figures.Select(f => new Cell(f)), new Marks(row.Figures[0], row.Figures[^1])])]);
        if (chart is not null && rows.Count > 1 && rows.Max(r => r.Figures[0].Value) >= FewestDrawn) yield return LightBars.Of(words, chart, [.. rows.Select(r => (r.Name, (IReadOnlyList<Figure>)r.Figures[^4..]))]);
    }

    /// <summary>The same tasks in each quarter up to the draft's.</summary>
    public static IEnumerable<Block> Quarters(Draft draft, string title, string chart, Func<TaskStanding, bool> which) => Counts(
        draft, title, draft.Words["ColumnQuarter"], "quarter",
        Enumerable.Range(1, draft.Facts.Quarter).Select(q => (draft.Words.Quarter(q), (IReadOnlyList<TaskStanding>)[.. draft.Plan!.Quarter(q).Tasks.Where(which)])), chart);

    public static Table Tasks(Draft draft, string title, IEnumerable<TaskStanding> tasks)
    {
        var words = draft.Words;
        var all = tasks.ToList();
        // Where every row would say the same, the title has said it.
        var told = all.Select(t => Units(t.Task.LeadUnits)).Distinct().Count() > 1;
        Column[] unit = told ? [new(words["ColumnUnit"], Centred: false)] : [];
        return new(title,
            [new(words["ColumnNumber"]), new(words["ColumnTarget"], Centred: false), .. unit, new(words["ColumnDue"]), new(words["ColumnLight"])],
            [.. all.Select(t => (IReadOnlyList<Inline>)
            [
                new Run($"{t.Task.Number}"), new Run(Texts.Excerpt(t.Task.Target, LongestTarget)), .. told ? [new Run(Units(t.Task.LeadUnits))] : Array.Empty<Inline>(),
                new Run(words[t.Due ? t.AllAccepted ? "DueAccepted" : t.AllReported ? "DueReported" : "DueMissing" : "NotDue"]),
                new Run(t.Light is { } light ? words.LightName(light) : words["NoValue"]),
            ])]);
    }

    /// <summary>What a unit wrote, for a cell; an empty one says that it wrote nothing.</summary>
    public static string Said(Draft draft, string text, int limit) => Texts.Excerpt(text, limit) is { Length: > 0 } said ? said : draft.Words["NotSaid"];

    public static string Units(IEnumerable<LeadUnit> units) => string.Join('、', units.Select(u => Texts.Line(u.DisplayName)));

    /// <param name="task">plans/{plan}/tasks/{number}</param>
    public static int NumberOf(string task) => int.Parse(task.AsSpan(task.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
}
