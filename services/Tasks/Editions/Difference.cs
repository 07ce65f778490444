namespace Suite.Tasks.Editions;

public enum ChangeKind
{
    Added = 1,
    Removed = 2,
    Changed = 3,
}

public enum PartKind
{
    ScheduleItem = 1,
    Commitment = 2,
    Unit = 3,
    Group = 4,
    Leader = 5,
    Field = 6,
}

/// <summary>One part of a difference.</summary>
/// <param name="Place">Where, in words; empty where the words alone tell.</param>
/// <param name="Old">Empty for what is new.</param>
/// <param name="New">Empty for what is gone.</param>
public sealed record DifferencePart(PartKind Kind, string Place, string Old, string New);

/// <summary>What an edition changes in one field of one task, or a task it adds or removes.</summary>
/// <param name="Field">Null for a task added or removed.</param>
/// <param name="Task">The number the task is known by in the plan; null for an added one.</param>
/// <param name="EditionNumber">The number printed in the edition; null for a removed one.</param>
/// <param name="Likeness">Of a changed task's target and schedule; null for one added or removed.</param>
public sealed record Difference(
    ChangeKind Kind, TaskField? Field, int? Task, int? EditionNumber, string Old, string New, double? Likeness, IReadOnlyList<DifferencePart> Parts);
