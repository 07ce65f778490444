using Suite.Reporting.Papers;

namespace Suite.Reporting.Leagues;

/// <summary>
/// The table of a league (擂台比拼) as the service indicators told it: the rules it was made with, its rows, and what each value rests on. Never changed.
/// </summary>
public sealed record KnownLeague
{
    /// <summary>leagues/{league}</summary>
    public required string League { get; init; }

    public required string Name { get; init; }

    /// <summary>2024-03, 2024Q1, 2024H1 or 2024.</summary>
    public required string Period { get; init; }

    public required string PreviousPeriod { get; init; }

    /// <summary>Of the rules.</summary>
    public required int Version { get; init; }

    public required Normalisation Normalisation { get; init; }

    public required MissingRule Missing { get; init; }

    public required IReadOnlyList<LeaguePart> Parts { get; init; }

    /// <summary>By rank; those not ranked last.</summary>
    public required IReadOnlyList<LeagueRow> Rows { get; init; }

    /// <summary>Every figure that a value rests on, each once; values name them by their places here.</summary>
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>Somebody was ranked in the period before.</summary>
    public bool HasPrevious => Rows.Any(r => r.PreviousRank > 0);

    public IEnumerable<LeagueRow> Ranked => Rows.Where(r => r.Rank > 0);
}

/// <summary>How values of different indicators are made comparable.</summary>
public enum Normalisation
{
    /// <summary>The best has 100, the worst 0, the others between in proportion.</summary>
    MinMax = 1,

    /// <summary>50 plus 10 for each standard deviation better than the mean.</summary>
    ZScore = 2,

    /// <summary>100 for the first rank, 0 for the last, the others in equal steps.</summary>
    Ranks = 3,
}

/// <summary>What a missing value counts.</summary>
public enum MissingRule
{
    /// <summary>As the worst.</summary>
    Worst = 1,

    /// <summary>As the mean of the others.</summary>
    Mean = 2,

    /// <summary>Whoever lacks one is not ranked.</summary>
    NotRanked = 3,
}

/// <summary>What is compared of an indicator.</summary>
public enum LeagueBasis
{
    /// <summary>The year to date of what adds up over time, else the value.</summary>
    Value = 0,

    /// <summary>Growth on the year before in %, from the series.</summary>
    NominalGrowth = 1,

    /// <summary>Growth in % as published.</summary>
    PublishedGrowth = 2,
}

/// <summary>What is better of an indicator.</summary>
public enum Better
{
    More = 1,
    Less = 2,

    /// <summary>Between two values.</summary>
    Band = 3,
}

/// <summary>An indicator of a league's rules.</summary>
/// <param name="Definition">definitions/{definition}</param>
/// <param name="Unit">With its magnitude: 亿元.</param>
/// <param name="Low">Of the band; null without one.</param>
/// <param name="Adds">Its year to date is the sum of periods.</param>
/// <param name="Formula">Empty where figures are recorded.</param>
/// <param name="Decimals">In which what is worked out is shown.</param>
public sealed record LeaguePart(
    string Definition, string Name, string EnglishName, string Unit, decimal Weight, LeagueBasis Basis, Better Better, decimal? Low, decimal? High, bool Adds, string Formula, int Decimals);

/// <summary>An entity of a table.</summary>
/// <param name="Entity">entities/{entity}</param>
/// <param name="Rank">From 1; equal scores share a rank. 0: not ranked.</param>
/// <param name="Values">One for each part of the rules, in their order.</param>
/// <param name="PreviousRank">In the period before; 0: not ranked then.</param>
/// <param name="MovedBy">Place of the part whose contribution has changed most; null where none has.</param>
/// <param name="PreviousBehind">For each part the places of what the period before rests on.</param>
public sealed record LeagueRow(
    string Entity, string Name, int Rank, decimal? Score, IReadOnlyList<LeagueValue> Values, int PreviousRank, decimal? PreviousScore, int? MovedBy,
    IReadOnlyList<IReadOnlyList<int>> PreviousBehind)
{
    /// <summary>Places gained, negative where lost; null where not ranked in both periods.</summary>
    public int? Move => Rank > 0 && PreviousRank > 0 ? PreviousRank - Rank : null;

    public IEnumerable<int> Behind => Values.SelectMany(v => v.Behind).Distinct();
}

/// <summary>One indicator of an entity.</summary>
/// <param name="Value">As compared; null where missing.</param>
/// <param name="Points">Normalised.</param>
/// <param name="Contribution">Weighed, of the score.</param>
/// <param name="Change">Of the contribution since the period before; null where there was none.</param>
/// <param name="Behind">Places of what it rests on.</param>
public sealed record LeagueValue(decimal? Value, decimal Points, decimal Contribution, decimal? Change, IReadOnlyList<int> Behind);
