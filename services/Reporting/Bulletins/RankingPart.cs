using Suite.Reporting.Facts;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Bulletins;

/// <summary>单位排名: units by what was due and accepted, those to be commended and those to be named.</summary>
static class RankingPart
{
    /// <summary>Of the table in a bulletin; a league table shows all.</summary>
    const int Shown = 150;

    /// <summary>Bars of a chart that can still be read.</summary>
    const int Drawn = 20;

    /// <summary>Units named with their reasons; of the others the number is told.</summary>
    const int MostNamed = 5;

    public static IEnumerable<Block> Compose(Draft draft, bool all = false)
    {
        var words = draft.Words;
        var ranked = UnitStanding.Ranked(draft.Facts);
        if (ranked.Count == 0)
        {
            if (all) yield return new Paragraph([new Run(words["NothingRanked"])], "ranking.none");
            yield break;
        }

        yield return new Heading(1, words["PartRanking"]);
        List<Inline> lead =
        [
            .. Commended(draft, [.. ranked.Where(u => u.Commended)]),
            .. Named(draft, [.. ranked.Where(u => u.Named).OrderByDescending(u => (u.Lit(Light.Red).Count, u.Due - u.Accepted.Count)).ThenBy(u => u.Unit.Unit, StringComparer.Ordinal)]),
        ];
        if (lead.Count > 0) yield return new Paragraph(lead, "ranking.lead");
        yield return new Paragraph([new Run(words[draft.Facts.Sheet is { Scores.Count: > 0 } ? "RankingByPoints" : "RankingByWork"])], "ranking.basis");
        foreach (var kind in ranked.GroupBy(u => u.Town))
        {
            IReadOnlyList<UnitStanding> units = [.. kind], shown = all ? units : [.. units.Take(Shown)];
            var key = kind.Key ? "RankingTowns" : "RankingUnits";
            yield return RankingTable.Of(draft, words.Format(shown.Count < units.Count ? key : $"{key}All", shown.Count, units.Count), shown) with { Key = key };
            if (all) yield return Bars(draft, words[$"{key}Chart"], shown);
        }
    }

    static IReadOnlyList<Inline> Commended(Draft draft, IReadOnlyList<UnitStanding> units)
    {
        if (units.Count == 0) return [];
        var some = string.Join('、', units.Take(MostNamed).Select(u => Texts.Line(u.Unit.DisplayName)));
        return Sentence.Fill(draft.Words[units.Count > MostNamed ? "CommendedLead" : "CommendedAll"], new Run(some), new Quote(Counted(draft, "Commended", units)));
    }

    /// <summary>The last of them with what each is named for, then how many more.</summary>
    static IReadOnlyList<Inline> Named(Draft draft, IReadOnlyList<UnitStanding> units)
    {
        var words = draft.Words;
        if (units.Count == 0) return [];
        List<Inline> told = [.. Sentence.Fill(words["NamedLead"], new Quote(Counted(draft, "Named", units)))];
        foreach (var (at, unit) in units.Take(MostNamed).Index())
        {
            if (at > 0) told.Add(new Run("、"));
            told.AddRange([new Run(Texts.Line(unit.Unit.DisplayName)), .. Reasons(draft, unit)]);
        }

        if (units.Count > MostNamed) told.AddRange(Sentence.Fill(words["NamedRest"], new TableNumber(units[0].Town ? "RankingTowns" : "RankingUnits")));
        return [.. told, new Run(words["ClauseEnd"])];
    }

    static IEnumerable<Inline> Reasons(Draft draft, UnitStanding unit)
    {
        var (words, name) = (draft.Words, Texts.Line(unit.Unit.DisplayName));
        var (red, missing) = (unit.Lit(Light.Red), unit.Tasks.Except(unit.Accepted).ToList());
        List<Inline> reasons = [];
        if (red.Count > 0) reasons.AddRange(Sentence.Fill(words["NamedRed"], Count("TallyRed", "light = RED", red)));
        if (red.Count > 0 && missing.Count > 0) reasons.Add(new Run(words["ReasonJoin"]));
        if (missing.Count > 0) reasons.AddRange(Sentence.Fill(words["NamedMissing"], Count("TallyMissing", "report missing", missing)));
        return [new Run(words["BracketOpen"]), .. reasons, new Run(words["BracketClose"])];

        Quote Count(string key, string formula, IReadOnlyList<TaskStanding> tasks) => new(draft.Figures.Add(
            words.Format("SectionLabel", name, words[key]), tasks.Count, words.Unit("TaskUnit", tasks.Count), $"count(unit = {name}, {formula})", tasks.Select(t => FigureSource.Of(t.Task, unit.Unit))));
    }

    static Figure Counted(Draft draft, string key, IReadOnlyList<UnitStanding> units) => draft.Figures.Add(
        draft.Words[$"{key}Label"], units.Count, draft.Words.Unit("UnitUnit", units.Count), $"count(unit {key.ToLowerInvariant()})", units.SelectMany(u => u.Tasks.Select(t => FigureSource.Of(t.Task, u.Unit))));

    /// <summary>Points, or where they are not known the share of what was due.</summary>
    static Chart Bars(Draft draft, string title, IReadOnlyList<UnitStanding> all)
    {
        var units = all.Take(Drawn).ToList();
        var rest = units.Count < all.Count ? draft.Words.Format("ChartFirst", units.Count) : "";
        var name = draft.Words[units.Any(u => u.Points is not null) ? "ColumnPoints" : "RankingChart"];
        return new(title + name + rest, [.. units.Select(u => Texts.Line(u.Unit.DisplayName))], [new(name, "1E88E5", [.. units.Select(u => u.Points ?? u.Share)])], Stacked: false);
    }
}
