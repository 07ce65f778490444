namespace Suite.Indicators.Storage;

/// <summary>
/// A figure of an accepted report. Rows are only added; which indicator one belongs to is noted once, when both the report and
/// the task are known here.
/// </summary>
public sealed class ObservationRow
{
    /// <summary>plans/{plan}/tasks/{number}/reports/{report}</summary>
    public required string Report { get; init; }

    /// <summary>Revision of the report.</summary>
    public required int Revision { get; init; }

    /// <summary>plans/{plan}/tasks/{number}/commitments/{ordinal}</summary>
    public required string Commitment { get; init; }

    /// <summary>{report}-r{revision}-c{commitment}, the last part of its resource name; unique within its task.</summary>
    public required string Id { get; init; }

    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    public required decimal Period { get; init; }

    public required decimal YearToDate { get; init; }

    public required DateTimeOffset AcceptTime { get; init; }

    /// <summary>Account that wrote the report; empty where it was not kept.</summary>
    public string Author { get; init; } = "";

    /// <summary>Unit of the values as the commitment has it; empty where it was not kept, or has none: that of the indicator.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Null until the task that promises the commitment is known.</summary>
    public string? IndicatorId { get; set; }
}
