using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>A row for each unit with its rank, the office's points where they are known, and what they stand on.</summary>
static class RankingTable
{
    public static Table Of(Draft draft, string title, IReadOnlyList<UnitStanding> units)
    {
        var words = draft.Words;
        var scored = units.Any(u => u.Points is not null);
        Column[] points = scored ? [new(words["ColumnPoints"])] : [];
        return new(title,
            [
                new(words["ColumnRank"]), new(words["ColumnUnit"], Centred: false), .. points, new(words["ColumnDueShort"]), new(words["ColumnAcceptedShort"]),
                new(words["ColumnShareShort"]), new(words["TallyGreen"]), new(words["TallyYellow"]), new(words["TallyRed"]), new(words["ColumnReturned"]),
                new(words["ColumnMarks"]),
            ], [.. units.Select(u => Row(draft, u, scored))]);
    }

    static IReadOnlyList<Inline> Row(Draft draft, UnitStanding unit, bool scored)
    {
        var (words, name) = (draft.Words, Texts.Line(unit.Unit.DisplayName));
        List<Figure?> figures = scored ? [Points()] : [];
        figures.AddRange([
            Count("TallyDue", "due", unit.Tasks), Count("TallyAccepted", "accepted", unit.Accepted),
            draft.Share(words.Format("SectionLabel", name, words["ColumnShare"]), $"share(unit = {name}, accepted / due)", unit.Accepted.Count, unit.Due, Sources(unit.Tasks)),
            Count("TallyGreen", "light = GREEN", unit.Lit(Light.Green)), Count("TallyYellow", "light = YELLOW", unit.Lit(Light.Yellow)),
            Count("TallyRed", "light = RED", unit.Lit(Light.Red)),
            draft.Figures.Add(words.Format("SectionLabel", name, words["ColumnReturned"]), unit.Returned, words.Unit("TimesUnit", unit.Returned), $"count(unit = {name}, returned)", Sources(unit.Tasks)),
        ]);
        return
        [
            new Run($"{unit.Rank}"), new Run(name), .. figures.Select(f => (Inline)(f is null ? new Run("") : new Cell(f))),
            new Marks(figures.OfType<Figure>().First(), figures[^1]!),
        ];

        Figure? Points() => unit.Points is not { } points ? null : draft.Figures.Add(
            words.Format("SectionLabel", name, words["ColumnPoints"]), points, words.Unit("PointUnit", points),
            $"score(unit = {name}, {draft.Facts.Sheet!.Scores.First(s => s.Unit == unit.Unit.Unit).Rule})", Sources(unit.Tasks));

        Figure Count(string key, string formula, IReadOnlyList<TaskStanding> tasks) =>
            draft.Figures.Add(words.Format("SectionLabel", name, words[key]), tasks.Count, words.Unit("TaskUnit", tasks.Count), $"count(unit = {name}, {formula})", Sources(tasks));

        IEnumerable<FigureSource> Sources(IEnumerable<TaskStanding> tasks) => tasks.SelectMany(t =>
            t.Accepted.Where(r => r.Unit == unit.Unit.Unit).Select(r => FigureSource.Of(t.Task, r)).DefaultIfEmpty(FigureSource.Of(t.Task, unit.Unit)));
    }
}
