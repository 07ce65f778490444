namespace Suite.Reporting.Facts;

/// <summary>A plan as it was issued.</summary>
public sealed class KnownPlan
{
    /// <summary>plans/{plan}</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required int Year { get; init; }

    /// <summary>The body that made the table, as published.</summary>
    public required string Issuer { get; init; }

    /// <summary>How many tasks the plan has; fewer may have been heard of so far.</summary>
    public required int TaskCount { get; init; }

    public required DateTimeOffset IssueTime { get; init; }

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }
}
