namespace Suite.Reporting.Facts;

/// <summary>A task as it was issued (revision 0), or as an edition of the plan made it since. Every revision is a row of its own.</summary>
public sealed class KnownTask
{
    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Name { get; init; }

    /// <summary>Counts up with every change by an edition; 0 as issued.</summary>
    public int Revision { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required int Number { get; init; }

    public required string Section { get; init; }

    /// <summary>The annual target.</summary>
    public required string Target { get; init; }

    /// <summary>1 to 4: the quarters in which the schedule has something due.</summary>
    public required int[] DueQuarters { get; init; }

    public required IReadOnlyList<LeadUnit> LeadUnits { get; init; }

    public IReadOnlyList<LeadUnit> SupportingUnits { get; init; } = [];

    /// <summary>In the order of their positions.</summary>
    public IReadOnlyList<Leader> Leaders { get; init; } = [];

    public required IReadOnlyList<Promise> Promises { get; init; }

    /// <summary>An edition took it out of the plan: it counts no more.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>An edition brought it in: it is not among the tasks that the issue of the plan counted.</summary>
    public bool Added { get; init; }

    /// <summary>From when on it says this.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }
}

/// <param name="Unit">units/{unit}</param>
public sealed record LeadUnit(string Unit, string DisplayName);

/// <param name="Person">people/{person}</param>
/// <param name="Position">1 is the vice mayor in charge, 2 the coordinating deputy secretary-general.</param>
public sealed record Leader(string Person, string DisplayName, int Position);

/// <summary>A quantity that a task promises.</summary>
/// <param name="Commitment">plans/{plan}/tasks/{number}/commitments/{ordinal}</param>
/// <param name="Annual">The annual target promises it.</param>
/// <param name="Unit">As written; empty where none is.</param>
/// <param name="Floor">The value is to be reached or surpassed, not to be kept below.</param>
/// <param name="Adds">Amounts of it add up over the year; rates and levels do not.</param>
public sealed record Promise(string Commitment, bool Annual, string Measure, string Unit, decimal Value, bool Floor, bool Adds)
{
    /// <summary>The value is a growth rate over the year before.</summary>
    public bool GrowthRate { get; init; }
}
