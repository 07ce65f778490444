namespace Suite.Indicators.Storage;

/// <summary>A point of an indicator's target series.</summary>
public sealed class TargetRow
{
    public string IndicatorId { get; init; } = "";

    /// <summary>Counts from 1 within the indicator, in the order of the series.</summary>
    public required int Ordinal { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    public required decimal? YearToDate { get; init; }

    public required decimal? Period { get; init; }

    /// <summary>GE, GT, LE, LT, EQ or APPROX.</summary>
    public required string Comparator { get; init; }

    /// <summary>plans/{plan}/tasks/{number}/commitments/{ordinal}</summary>
    public required string Commitment { get; init; }
}
