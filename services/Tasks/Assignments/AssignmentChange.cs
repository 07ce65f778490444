namespace Suite.Tasks.Assignments;

public enum AssignmentChangeKind
{
    Added = 1,
    Withdrawn = 2,
    Restored = 3,
    RoleChanged = 4,
    HandedOver = 5,
    TakenOver = 6,
}

/// <summary>What an edition or a hand-over did to an assignment; never changed.</summary>
/// <param name="Ordinal">Counts from 1 within the assignment.</param>
/// <param name="Role">From then on; for Withdrawn the one it had.</param>
/// <param name="Edition">Number of the edition; 0 where an adjustment or a hand-over did it.</param>
public sealed record AssignmentChange(int Ordinal, AssignmentChangeKind Kind, AssignmentRole Role, string Account, DateTimeOffset Time, int Edition)
{
    /// <summary>Number of the task's adjustment that asked for it; null where none did.</summary>
    public int? Adjustment { get; init; }

    /// <summary>Why, for a hand-over.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Units at the other end of a hand-over.</summary>
    public string[] OtherUnits { get; init; } = [];

    /// <summary>The first day on which a hand-over holds.</summary>
    public DateOnly? FromDate { get; init; }
}

/// <summary>On whose authority an issued plan is changed.</summary>
/// <param name="Edition">Number of the edition whose change was accepted; 0 where an adjustment was approved or an assignment handed over.</param>
public sealed record ChangeCause(int Edition, string Account, string DisplayName, DateTimeOffset Time)
{
    /// <summary>Number of the task's adjustment that was approved; null for none.</summary>
    public int? Adjustment { get; init; }

    /// <summary>Where an assignment is handed over: from which day and why.</summary>
    public HandoverTerms? Handover { get; init; }
}

/// <summary>What the office decides a hand-over with.</summary>
public sealed record HandoverTerms(DateOnly FromDate, string Reason);
