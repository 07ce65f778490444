namespace Suite.Tasks.Assignments;

public enum AssignmentChangeKind
{
    Added = 1,
    Withdrawn = 2,
    Restored = 3,
    RoleChanged = 4,
}

/// <summary>What an edition did to an assignment; never changed.</summary>
/// <param name="Ordinal">Counts from 1 within the assignment.</param>
/// <param name="Role">From then on; for Withdrawn the one it had.</param>
/// <param name="Edition">Number of the edition; 0 where an adjustment did it.</param>
public sealed record AssignmentChange(int Ordinal, AssignmentChangeKind Kind, AssignmentRole Role, string Account, DateTimeOffset Time, int Edition)
{
    /// <summary>Number of the task's adjustment that asked for it; null where an edition did.</summary>
    public int? Adjustment { get; init; }
}

/// <summary>On whose authority an issued plan is changed.</summary>
/// <param name="Edition">Number of the edition whose change was accepted; 0 where an adjustment was approved.</param>
public sealed record ChangeCause(int Edition, string Account, string DisplayName, DateTimeOffset Time)
{
    /// <summary>Number of the task's adjustment that was approved; null for an edition.</summary>
    public int? Adjustment { get; init; }
}
