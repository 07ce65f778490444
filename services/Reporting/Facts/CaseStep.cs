namespace Suite.Reporting.Facts;

/// <summary>A step on an instruction, a question or a request to close a task; or the end of a task itself.</summary>
public sealed class CaseStep
{
    /// <summary>Kind of a task's end and of what takes it back.</summary>
    public const string Ending = "TASK";

    /// <summary>plans/{plan}/tasks/{number}/{instructions|questions|closings}/{case}; for a task's end the task.</summary>
    public required string Case { get; init; }

    /// <summary>As its owner names it, e.g. ANSWER; CLOSED, CARRIED_OVER and REOPENED for a task.</summary>
    public required string Action { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>INSTRUCTION, QUESTION, CLOSING, or <see cref="Ending"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The state it led to.</summary>
    public required string State { get; init; }

    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    /// <summary>units/{unit} that is to answer or that asks; empty for a task's end.</summary>
    public required string Unit { get; init; }

    public required string UnitName { get; init; }

    public required string Text { get; init; }

    /// <summary>The last day for an answer; null where none is awaited.</summary>
    public required DateOnly? DueDate { get; init; }

    /// <summary>Account name.</summary>
    public required string Account { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }

    public Signature By => new(Account, DisplayName, Time);
}
