using Suite.Reporting.Papers;

namespace Suite.Reporting.Leagues;

/// <summary>The figures of a league's document: each with its formula and the observations behind it.</summary>
sealed class LeagueFigures(Draft draft, KnownLeague table)
{
    const int FewestPlaces = 2;
    const int MostPlaces = 4;
    const int GrowthPlaces = 2;

    readonly int _places = PlacesOf(table);

    public Figure Rank(LeagueRow row, string label) => Add(
        Of(row, label), row.Rank, "RankUnit", $"league_rank({row.Entity}, {table.Period}) = 1 + count(score greater)", row.Behind);

    public Figure PreviousRank(LeagueRow row, string label) => Add(
        Of(row, label), row.PreviousRank, "RankUnit", $"league_rank({row.Entity}, {table.PreviousPeriod}) = 1 + count(score greater)", Before(row));

    public Figure Score(LeagueRow row, string label) => Add(
        Of(row, label), Rounded(row.Score!.Value), "PointUnit", $"league_score({row.Entity}, {table.Period}) = sum(points * weight) / sum(weight)", row.Behind);

    public Figure PreviousScore(LeagueRow row, string label) => Add(
        Of(row, label), Rounded(row.PreviousScore!.Value), "PointUnit", $"league_score({row.Entity}, {table.PreviousPeriod}) = sum(points * weight) / sum(weight)", Before(row));

    public Figure Move(LeagueRow row, string label) => Add(
        Of(row, label), row.Move!.Value, "RankUnit", $"league_move({row.Entity}) = rank({table.PreviousPeriod}) - rank({table.Period})", row.Behind.Concat(Before(row)));

    /// <summary>By how much what moved the rank has changed the score.</summary>
    public Figure Change(LeagueRow row, int part, string label) => Add(
        Of(row, label), Rounded(row.Values[part].Change ?? 0), "PointUnit",
        $"league_change({SeriesOf(row, part)}) = contribution({table.Period}) - contribution({table.PreviousPeriod})", row.Values[part].Behind.Concat(row.PreviousBehind[part]));

    public Figure Value(LeagueRow row, int at)
    {
        var part = table.Parts[at];
        var how = part.Basis switch { LeagueBasis.NominalGrowth => "league_nominal_growth", LeagueBasis.PublishedGrowth => "league_published_growth", _ => "league_value" };
        return draft.Figures.Add(
            Of(row, LeagueWords.Part(draft.Words, part)), Shown(part, row.Values[at].Value!.Value), LeagueWords.Unit(draft.Words, part),
            $"{how}({SeriesOf(row, at)}, {table.Period}){(part.Formula.Length > 0 ? " = " + Texts.Line(part.Formula) : "")}", Sources(row.Values[at].Behind));
    }

    public Figure Points(LeagueRow row, int at) => Add(
        Of(row, draft.Words.Format("LeaguePointsOf", LeagueWords.Part(draft.Words, table.Parts[at]))), Math.Round(row.Values[at].Points, FewestPlaces, MidpointRounding.AwayFromZero), "PointUnit",
        $"league_points({SeriesOf(row, at)}, {table.Period}) = {Scale(row.Values[at].Value is null)}", row.Values[at].Behind);

    public Figure Count(string key, string formula, IEnumerable<LeagueRow> rows)
    {
        var counted = rows.ToList();
        return Add(draft.Words[key], counted.Count, "UnitUnit", $"count(entities, {formula})", counted.SelectMany(r => r.Behind));
    }

    public Figure Weight(int at) => draft.Figures.Add(
        Named(at, "ColumnWeight"), table.Parts[at].Weight, "", $"league_weight({table.Parts[at].Definition}) of {table.League} version {table.Version}", []);

    public Figure Known(int at)
    {
        var known = table.Rows.Where(r => r.Values[at].Value is not null).ToList();
        return draft.Figures.Add(Named(at, "ColumnKnown"), known.Count, draft.Words.Unit("UnitUnit", known.Count), $"count(entities, {table.Parts[at].Definition} known)", Sources(known.SelectMany(r => r.Values[at].Behind)));
    }

    /// <summary>The best or worst value; null for a band, and where nothing is known.</summary>
    public Figure? Extreme(int at, bool best)
    {
        var (part, known) = (table.Parts[at], table.Rows.Where(r => r.Values[at].Value is not null).OrderByDescending(r => r.Values[at].Value).ToList());
        if (known.Count == 0 || part.Better == Better.Band) return null;
        var row = (part.Better == Better.More) == best ? known[0] : known[^1];
        return draft.Figures.Add(
            Named(at, best ? "ColumnBest" : "ColumnWorst"), Shown(part, row.Values[at].Value!.Value), LeagueWords.Unit(draft.Words, part),
            $"league_{(best ? "best" : "worst")}({part.Definition}, {table.Period})", Sources(row.Values[at].Behind));
    }

    Figure Add(string label, decimal value, string unit, string formula, IEnumerable<int> behind) => draft.Figures.Add(label, value, draft.Words.Unit(unit, value), formula, Sources(behind));

    string Of(LeagueRow row, string label) => draft.Words.Format("SectionLabel", Texts.Line(row.Name), label);

    string Named(int at, string column) => draft.Words.Format("SectionLabel", LeagueWords.Part(draft.Words, table.Parts[at]), draft.Words[column]);

    string SeriesOf(LeagueRow row, int at) => $"{table.Parts[at].Definition}/series/{row.Entity[(row.Entity.LastIndexOf('/') + 1)..]}";

    IEnumerable<FigureSource> Sources(IEnumerable<int> behind) => behind.Distinct().Select(place => FigureSource.Of(table.Observations[place]));

    static IEnumerable<int> Before(LeagueRow row) => row.PreviousBehind.SelectMany(places => places);

    string Scale(bool missing) => missing
        ? table.Missing switch { MissingRule.Mean => "missing: mean of the points of the others", MissingRule.NotRanked => "missing: 0, not ranked", _ => "missing: least of the points of the others" }
        : table.Normalisation switch
        {
            Normalisation.MinMax => "(value - worst) / (best - worst) * 100",
            Normalisation.ZScore => "50 + 10 * (value - mean) / deviation",
            _ => "100 * count(worse) / (count - 1)",
        };

    decimal Rounded(decimal score) => Math.Round(score, _places, MidpointRounding.AwayFromZero);

    static decimal Shown(LeaguePart part, decimal value) => part.Basis == LeagueBasis.NominalGrowth ? Math.Round(value, GrowthPlaces, MidpointRounding.AwayFromZero)
        : part is { Basis: LeagueBasis.Value, Formula.Length: > 0 } ? Math.Round(value, part.Decimals, MidpointRounding.AwayFromZero) : value;

    /// <summary>As few as tell different scores apart.</summary>
    static int PlacesOf(KnownLeague table)
    {
        var scores = table.Ranked.Select(r => r.Score ?? 0).Distinct().ToList();
        var places = FewestPlaces;
        while (places < MostPlaces && scores.Select(s => Math.Round(s, places, MidpointRounding.AwayFromZero)).Distinct().Count() < scores.Count) places++;
        return places;
    }
}
