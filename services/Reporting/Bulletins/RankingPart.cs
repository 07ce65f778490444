using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>单位排名: units by what was due and accepted, those to be commended and those to be named.</summary>
static class RankingPart
{
    /// <summary>Of the table in a bulletin; a league table shows all.</summary>
    const int Shown = 30;

    public static IEnumerable<Block> Compose(Draft draft, bool all = false)
    {
        var words = draft.Words;
        var ranked = UnitStanding.Ranked(draft.Facts);
        if (ranked.Count == 0) yield break;
        yield return new Heading(1, words["PartRanking"]);
        yield return new Paragraph([
            .. Named(draft, "Commended", [.. ranked.Where(u => u.Commended)]),
            .. Named(draft, "Named", [.. ranked.Where(u => u.Named)]),
        ], "ranking.lead");
        var shown = all ? ranked : [.. ranked.Take(Shown)];
        var rows = shown.Select(u => Row(draft, u)).ToList();
        yield return new Table(
            words.Format("RankingTable", shown.Count, ranked.Count),
            [
                new(words["ColumnRank"], 10), new(words["ColumnUnit"], 40, Centred: false), new(words["TallyDue"], 14), new(words["TallyAccepted"], 14), new(words["ColumnShare"], 16),
                new(words["TallyGreen"], 11), new(words["TallyYellow"], 11), new(words["TallyRed"], 11), new(words["ColumnReturned"], 12), new(words["ColumnMarks"], 24),
            ], [.. rows]);
        if (all) yield return Bars(words["RankingChart"], [.. shown.Take(20)]);
    }

    static IReadOnlyList<Inline> Named(Draft draft, string key, IReadOnlyList<UnitStanding> units)
    {
        var words = draft.Words;
        if (units.Count == 0) return [new Run(words[$"{key}None"])];
        var count = draft.Figures.Add(
            words[$"{key}Label"], units.Count, words["UnitUnit"], $"count(unit {key.ToLowerInvariant()})", units.SelectMany(u => u.Tasks.Select(t => FigureSource.Of(t.Task, u.Unit))));
        return Sentence.Fill(words[$"{key}Lead"], new Run(string.Join('、', units.Select(u => Texts.Line(u.Unit.DisplayName)))), new Quote(count));
    }

    static IReadOnlyList<Inline> Row(Draft draft, UnitStanding unit)
    {
        var (words, name) = (draft.Words, Texts.Line(unit.Unit.DisplayName));
        List<Figure> figures =
        [
            Count("TallyDue", "due", unit.Tasks), Count("TallyAccepted", "accepted", unit.Accepted),
            draft.Share(words.Format("SectionLabel", name, words["ColumnShare"]), $"share(unit = {name}, accepted / due)", unit.Accepted.Count, unit.Due, Sources(unit.Tasks)),
            Count("TallyGreen", "light = GREEN", unit.Lit(Light.Green)), Count("TallyYellow", "light = YELLOW", unit.Lit(Light.Yellow)),
            Count("TallyRed", "light = RED", unit.Lit(Light.Red)),
            draft.Figures.Add(words.Format("SectionLabel", name, words["ColumnReturned"]), unit.Returned, words["TimesUnit"], $"count(unit = {name}, returned)", Sources(unit.Tasks)),
        ];
        return [new Run($"{unit.Rank}"), new Run(name), .. figures.Select(f => new Cell(f)), new Marks(figures[0], figures[^1])];

        Figure Count(string key, string formula, IReadOnlyList<TaskStanding> tasks) =>
            draft.Figures.Add(words.Format("SectionLabel", name, words[key]), tasks.Count, words["TaskUnit"], $"count(unit = {name}, {formula})", Sources(tasks));

        IEnumerable<FigureSource> Sources(IEnumerable<TaskStanding> tasks) => tasks.SelectMany(t =>
            t.Accepted.Where(r => r.Unit == unit.Unit.Unit).Select(r => FigureSource.Of(t.Task, r)).DefaultIfEmpty(FigureSource.Of(t.Task, unit.Unit)));
    }

    static Chart Bars(string title, IReadOnlyList<UnitStanding> units) => new(
        title, [.. units.Select(u => Texts.Line(u.Unit.DisplayName))], [new(title, "1E88E5", [.. units.Select(u => u.Share)])], Stacked: false);
}
