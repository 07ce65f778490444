namespace Suite.Indicators.Storage;

/// <summary>A point of an indicator's target series.</summary>
public sealed class TargetRow
{
    public string IndicatorId { get; init; } = "";

    /// <summary>Counts from 1 within the indicator, in the order of the series.</summary>
    public required int Ordinal { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; set; }

    public required decimal? YearToDate { get; set; }

    public required decimal? Period { get; set; }

    /// <summary>GE, GT, LE, LT, EQ or APPROX.</summary>
    public required string Comparator { get; set; }

    /// <summary>plans/{plan}/tasks/{number}/commitments/{ordinal}</summary>
    public required string Commitment { get; set; }

    /// <summary>Promises what another point of the same place promises.</summary>
    public void Become(TargetRow other) =>
        (Quarter, YearToDate, Period, Comparator, Commitment) = (other.Quarter, other.YearToDate, other.Period, other.Comparator, other.Commitment);
}
