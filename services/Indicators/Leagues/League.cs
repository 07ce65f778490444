using Suite.Indicators.Definitions;

namespace Suite.Indicators.Leagues;

/// <summary>How values of different indicators are made comparable. Values as in the contract.</summary>
public enum Normalisation
{
    /// <summary>The best has 100, the worst 0, the others between in proportion.</summary>
    MinMax = 1,

    /// <summary>50 plus 10 for each standard deviation better than the mean.</summary>
    ZScore = 2,

    /// <summary>100 for the first rank, 0 for the last, the others in equal steps.</summary>
    Ranks = 3,
}

/// <summary>What a missing value counts. Values as in the contract.</summary>
public enum MissingRule
{
    /// <summary>As the worst.</summary>
    Worst = 1,

    /// <summary>As the mean of the others.</summary>
    Mean = 2,

    /// <summary>Whoever lacks one is not ranked.</summary>
    NotRanked = 3,
}

/// <summary>One indicator of a table.</summary>
public sealed record LeaguePart(string Definition, decimal Weight, Direction Direction, decimal? BandLow = null, decimal? BandHigh = null);

/// <summary>A part's share of a score.</summary>
/// <param name="Points">Normalised, before weighing.</param>
/// <param name="Share">Points that it adds to the score.</param>
public sealed record Contribution(string Definition, decimal? Value, decimal Points, decimal Share);

/// <summary>A row of a table.</summary>
/// <param name="Rank">Counts from 1; equal scores share a rank, and the next has as many more. Null where not ranked.</param>
public sealed record LeagueRow(string Entity, int? Rank, decimal? Score, IReadOnlyList<Contribution> Parts);

/// <summary>Ranks entities on weighted indicators. Who is named how makes no difference.</summary>
public sealed class League(IReadOnlyList<LeaguePart> parts, Normalisation normalisation, MissingRule missing)
{
    /// <summary>Scores closer than this are equal: so that division does not decide.</summary>
    const int Places = 9;

    /// <param name="value">The value of an indicator of an entity; null where missing.</param>
    /// <returns>By rank, then as the entities were given; those not ranked last.</returns>
    public IReadOnlyList<LeagueRow> Rank(IReadOnlyList<string> entities, Func<string, string, decimal?> value)
    {
        var weights = parts.Sum(p => p.Weight);
        var points = parts.Select(part => Points([.. entities.Select(e => Goodness(part, value(part.Definition, e)))])).ToList();
        var rows = entities.Select((entity, at) =>
        {
            var shares = parts.Select((part, p) => new Contribution(part.Definition, value(part.Definition, entity), points[p][at] ?? 0,
                decimal.Round((points[p][at] ?? 0) * part.Weight / weights, Places))).ToList();
            var ranked = missing != MissingRule.NotRanked || points.TrueForAll(p => p[at] is not null);
            return new LeagueRow(entity, null, ranked ? shares.Sum(s => s.Share) : null, shares);
        }).ToList();
        return [.. rows.Where(r => r.Score is not null).Select(r => r with { Rank = 1 + rows.Count(o => o.Score > r.Score) }).OrderBy(r => r.Rank), .. rows.Where(r => r.Score is null)];
    }

    /// <summary>The greater, the better.</summary>
    static decimal? Goodness(LeaguePart part, decimal? value) => part.Direction switch
    {
        Direction.Less => -value,
        Direction.Band => value is not { } own ? null : own < part.BandLow ? own - part.BandLow : own > part.BandHigh ? part.BandHigh - own : 0,
        _ => value,
    };

    decimal?[] Points(decimal?[] goodness)
    {
        var known = goodness.OfType<decimal>().ToList();
        if (known.Count == 0) return goodness;
        var points = normalisation switch
        {
            Normalisation.MinMax => Scaled(goodness, known.Min(), known.Max()),
            Normalisation.ZScore => Standard(goodness, known),
            _ => [.. goodness.Select(g => g is not { } own ? (decimal?)null : known.Count == 1 ? 100 : 100m * known.Count(o => o < own) / (known.Count - 1))],
        };
        if (missing == MissingRule.NotRanked) return points;
        var found = points.OfType<decimal>().ToList();
        var otherwise = missing == MissingRule.Worst ? found.Min() : found.Average();
        return [.. points.Select(p => p ?? otherwise)];
    }

    static decimal?[] Scaled(decimal?[] goodness, decimal least, decimal most) =>
        [.. goodness.Select(g => g is not { } own ? (decimal?)null : most == least ? 100 : (own - least) / (most - least) * 100)];

    static decimal?[] Standard(decimal?[] goodness, List<decimal> known)
    {
        // Brought to at most 1 first: squares of large amounts are too large for a decimal.
        var unit = known.Max(Math.Abs) is 0 ? 1 : known.Max(Math.Abs);
        var mean = known.Average(k => k / unit);
        var deviation = (decimal)Math.Sqrt((double)known.Average(k => (k / unit - mean) * (k / unit - mean)));
        return [.. goodness.Select(g => g is not { } own ? (decimal?)null : deviation == 0 ? 50 : 50 + ((own / unit - mean) / deviation * 10))];
    }
}
