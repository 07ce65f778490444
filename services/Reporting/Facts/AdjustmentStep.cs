namespace Suite.Reporting.Facts;

/// <summary>A step of an adjustment that a lead unit asked for.</summary>
public sealed class AdjustmentStep
{
    /// <summary>plans/{plan}/tasks/{number}/adjustments/{adjustment}</summary>
    public required string Adjustment { get; init; }

    public required AdjustmentStepKind Step { get; init; }

    public required DateTimeOffset Time { get; init; }

    /// <summary>plans/{plan}/tasks/{number}</summary>
    public required string Task { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    /// <summary>TARGET, SCHEDULE, LEAD_UNITS or WITHDRAWAL.</summary>
    public required string Kind { get; init; }

    /// <summary>units/{unit} that asked.</summary>
    public required string Unit { get; init; }

    public required string UnitName { get; init; }

    /// <summary>In the unit's words.</summary>
    public required string Reason { get; init; }

    public required IReadOnlyList<AdjustedField> Fields { get; init; }

    /// <summary>Of a decision: it was granted.</summary>
    public bool Approved { get; init; }

    /// <summary>Of a decision: why, in the office's words.</summary>
    public string Words { get; init; } = "";

    /// <summary>Of a decision: the first day on which it holds; null for one that was refused.</summary>
    public DateOnly? EffectiveDate { get; init; }

    /// <summary>By its day the task had become another one, and it never takes effect.</summary>
    public bool Lapsed { get; init; }

    /// <summary>Account name; empty for what the clock did.</summary>
    public string Account { get; init; } = "";

    public string DisplayName { get; init; } = "";

    /// <summary>The plan's revision here with which this became known: <see cref="PlanChange"/>.</summary>
    public long Heard { get; init; }

    public Signature By => new(Account, DisplayName, Time);
}

public enum AdjustmentStepKind
{
    Submitted = 1,
    Decided = 2,
    TookEffect = 3,
}

/// <summary>A field before and after.</summary>
/// <param name="Field">TARGET, SCHEDULE, LEAD_UNITS or SUPPORTING_UNITS.</param>
public sealed record AdjustedField(string Field, string Before, string After);
