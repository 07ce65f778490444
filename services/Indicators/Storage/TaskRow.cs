namespace Suite.Indicators.Storage;

/// <summary>How much of a task's story has been heard: events can overtake one another.</summary>
public sealed class TaskRow
{
    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    /// <summary>The revision whose promises are kept here; 0 as issued.</summary>
    public required int Revision { get; set; }

    /// <summary>What the task promised when it was issued has been heard.</summary>
    public required bool Issued { get; set; }
}
