namespace Suite.Reporting.Facts;

/// <summary>A lead unit took note of its task.</summary>
public sealed class Acknowledgement
{
    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    /// <summary>units/{unit}</summary>
    public required string Unit { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    /// <summary>With this one, every lead unit of the task had.</summary>
    public required bool Complete { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }
}
