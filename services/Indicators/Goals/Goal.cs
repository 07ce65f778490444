using Suite.Indicators.Figures;
using Suite.Indicators.Periods;

namespace Suite.Indicators.Goals;

/// <summary>How far a target's approval is. Values as in the contract.</summary>
public enum GoalState
{
    Proposed = 1,
    Approved = 2,
    Rejected = 3,
}

/// <summary>A target set by hand: proposed by one, decided by another, never changed.</summary>
public sealed class Goal
{
    public int Number { get; private init; }

    /// <summary>Number of the indicator.</summary>
    public required int Measure { get; init; }

    /// <summary>Number of the entity.</summary>
    public required int Entity { get; init; }

    /// <summary>Code of the period by whose end it is to be reached, of the indicator's length.</summary>
    public required int Period { get; init; }

    public required decimal Value { get; init; }

    public required Comparator Comparator { get; init; }

    public required GoalState State { get; set; }

    public required string Proposer { get; init; }

    public required DateTimeOffset ProposeTime { get; init; }

    public string Decider { get; set; } = "";

    public DateTimeOffset? DecideTime { get; set; }

    public string Why { get; init; } = "";

    public string Source { get; init; } = "";

    public Period By => new(Period);

    public bool AtMost => Comparator is Comparator.Le or Comparator.Lt;
}
