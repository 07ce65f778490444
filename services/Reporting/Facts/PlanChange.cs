namespace Suite.Reporting.Facts;

/// <summary>
/// Something became known of a plan. Revisions count from 1 in the order of their commits: what is known with revision n never changes, so
/// a document made of it can be made again to the byte.
/// </summary>
public sealed class PlanChange
{
    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required long Revision { get; init; }

    /// <summary>What was told, by the name of its event.</summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: a plan, a task or a report.</summary>
    public required string Resource { get; init; }

    /// <summary>Tells apart what was told of one resource more than once: a revision, a unit, a time. What is told again has the same.</summary>
    public string Mark { get; init; } = "";

    /// <summary>When it happened, as its owner says.</summary>
    public required DateTimeOffset EventTime { get; init; }

    /// <summary>When it became known here; never earlier than that of a lower revision.</summary>
    public required DateTimeOffset RecordTime { get; init; }
}

/// <summary>How far a plan is known: the revision of its last change.</summary>
public sealed class PlanState
{
    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public long Revision { get; init; }

    /// <summary>When the last change became known here.</summary>
    public DateTimeOffset RecordTime { get; init; }
}
