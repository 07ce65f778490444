namespace Suite.Contracts.Events.V1;

/// <summary>A unit as an event names it: its resource name and the name it had then.</summary>
public sealed record UnitFact(string Unit, string DisplayName);

/// <summary>A responsible leader as an event names them; position 1 is the vice mayor in charge, 2 the coordinating deputy secretary-general.</summary>
public sealed record LeaderFact(string Person, string DisplayName, int Position);

/// <summary>Who took a step and when.</summary>
public sealed record ActorFact(string Account, string DisplayName, DateTimeOffset Time);

/// <summary>A quantity promised by a task.</summary>
/// <param name="Commitment">plans/{plan}/tasks/{number}/commitments/{ordinal}</param>
/// <param name="Annual">True when the annual target promises it, false when a schedule item does.</param>
/// <param name="Quarters">The quarters it is about, 1 to 4.</param>
/// <param name="Comparator">GE, GT, LE, LT, EQ or APPROX.</param>
/// <param name="Accumulation">CUMULATIVE, IN_PERIOD or UNDETERMINED.</param>
public sealed record CommitmentFact(
    string Commitment, bool Annual, string? Workstream, string Measure, decimal Value, decimal? MaxValue, string? Unit,
    string Comparator, string Accumulation, bool GrowthRate, IReadOnlyList<int> Quarters)
{
    /// <summary>True where the amount is promised anew in each of the quarters (每季度), false where it is promised once over all of them.</summary>
    public bool EachQuarter { get; init; }
}

/// <summary>A reported quantity, both within the quarter (of a report by the month: as far as it has gone) and from 1 January, in the commitment's unit.</summary>
public sealed record FigureFact(
    string Commitment, string Measure, string? Unit, decimal PeriodValue, decimal YearToDateValue, string? Note);
