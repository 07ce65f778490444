namespace Suite.Reporting.Facts;

/// <summary>
/// What the supervision office counts of a quarter itself: the day its reports were due and the scores of the units, by the office's own rules.
/// Asked of the service tasks when a document is made, and kept, so that the document can be made again.
/// </summary>
public sealed class OfficeSheet
{
    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    /// <summary>What had happened by then is counted.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The last day for reports; null where the office's calendar does not tell.</summary>
    public required DateOnly? DueDate { get; init; }

    /// <summary>Of every unit that leads.</summary>
    public required IReadOnlyList<UnitScore> Scores { get; init; }

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }
}

/// <param name="Unit">units/{unit}</param>
/// <param name="Rule">supervisionRules/score-{version} it was made with.</param>
/// <param name="Town">A town, sub-district or park: ranked apart from the city's own units.</param>
public sealed record UnitScore(string Unit, decimal Points, string Rule, bool Town);
