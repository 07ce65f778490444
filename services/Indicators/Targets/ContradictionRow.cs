namespace Suite.Indicators.Targets;

/// <summary>Commitments of a task that cannot all be kept.</summary>
public sealed class ContradictionRow
{
    public long Number { get; private init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required int TaskNumber { get; init; }

    public required string Task { get; init; }

    public required string IndicatorId { get; init; }

    public required int Quarter { get; init; }

    public required decimal OneValue { get; init; }

    public required decimal OtherValue { get; init; }

    public required string Unit { get; init; }

    public required string[] OneCommitments { get; init; }

    public required string[] OtherCommitments { get; init; }
}
