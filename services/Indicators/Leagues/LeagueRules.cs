using Suite.Indicators.Entities;

namespace Suite.Indicators.Leagues;

/// <summary>What is compared of an indicator. Values as in the contract.</summary>
public enum LeagueBasis
{
    Value = 0,
    NominalGrowth = 1,
    PublishedGrowth = 2,
}

/// <summary>An indicator as the rules name it.</summary>
public sealed record RulePart(string Definition, decimal Weight, LeagueBasis Basis);

/// <summary>A version of a league's rules; never changed.</summary>
public sealed class LeagueRules
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required Normalisation Normalisation { get; init; }

    public required MissingRule Missing { get; init; }

    public required EntityKind[] EntityKinds { get; init; }

    public required IReadOnlyList<RulePart> Parts { get; init; }

    public required DateTimeOffset Time { get; init; }
}
