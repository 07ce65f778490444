namespace Suite.Reporting.Facts;

/// <summary>A task as it was issued, or as an edition of the plan made it since.</summary>
public sealed class KnownTask
{
    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Name { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required int Number { get; init; }

    public required string Section { get; set; }

    /// <summary>The annual target.</summary>
    public required string Target { get; set; }

    /// <summary>1 to 4: the quarters in which the schedule has something due.</summary>
    public required int[] DueQuarters { get; set; }

    public required IReadOnlyList<LeadUnit> LeadUnits { get; set; }

    public required IReadOnlyList<Promise> Promises { get; set; }

    /// <summary>Counts up with every change by an edition; 0 as issued.</summary>
    public int Revision { get; set; }

    /// <summary>An edition took it out of the plan: it counts no more.</summary>
    public bool Withdrawn { get; set; }

    /// <summary>An edition brought it in: it is not among the tasks that the issue of the plan counted.</summary>
    public bool Added { get; set; }
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
