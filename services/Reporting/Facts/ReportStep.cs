namespace Suite.Reporting.Facts;

/// <summary>A revision of a progress report was sent to the office, or came back from it.</summary>
public sealed class ReportStep
{
    /// <summary>plans/{plan}/tasks/{number}/reports/{report}</summary>
    public required string Report { get; init; }

    public required int Revision { get; init; }

    public required ReportStepKind Kind { get; init; }

    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    public required string UnitName { get; init; }

    public required DateTimeOffset Time { get; init; }
}

public enum ReportStepKind
{
    Submitted = 1,
    Returned = 2,
}
