namespace Suite.Reporting.Facts;

/// <summary>A task as it was issued.</summary>
public sealed class KnownTask
{
    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Name { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required int Number { get; init; }

    public required string Section { get; init; }

    /// <summary>The annual target.</summary>
    public required string Target { get; init; }

    /// <summary>1 to 4: the quarters in which the schedule has something due.</summary>
    public required int[] DueQuarters { get; init; }

    public required IReadOnlyList<LeadUnit> LeadUnits { get; init; }

    public required IReadOnlyList<Promise> Promises { get; init; }
}

/// <param name="Unit">units/{unit}</param>
public sealed record LeadUnit(string Unit, string DisplayName);

/// <summary>A quantity that a task promises.</summary>
/// <param name="Commitment">plans/{plan}/tasks/{number}/commitments/{ordinal}</param>
/// <param name="Annual">The annual target promises it.</param>
/// <param name="Unit">As written; empty where none is.</param>
/// <param name="Floor">The value is to be reached or surpassed, not to be kept below.</param>
/// <param name="Adds">Amounts of it add up over the year; rates and levels do not.</param>
public sealed record Promise(string Commitment, bool Annual, string Measure, string Unit, decimal Value, bool Floor, bool Adds);
