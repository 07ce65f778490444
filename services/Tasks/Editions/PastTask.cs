using Suite.Tasks.Assignments;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>What an issued task said before an accepted change replaced it, or before it was withdrawn. Never changed.</summary>
public sealed class PastTask
{
    public string PlanId { get; private init; } = "";

    public int TaskNumber { get; private init; }

    /// <summary>The revision it was, from 0 as issued.</summary>
    public int Revision { get; private init; }

    public int PublishedNumber { get; private init; }

    public string Section { get; private init; } = "";

    public TaskContent Content { get; private init; } = null!;

    public DateTimeOffset ReplacedAt { get; private init; }

    public string ReplacedBy { get; private init; } = "";

    /// <summary>The edition whose accepted change replaced it; 0 where an adjustment did.</summary>
    public int Edition { get; private init; }

    /// <summary>The task's adjustment that replaced it; null where an edition did.</summary>
    public int? Adjustment { get; private init; }

    public static PastTask Of(PlanTask task, ChangeCause by) => new()
    {
        PlanId = task.PlanId, TaskNumber = task.Number, Revision = task.Revision, PublishedNumber = task.PublishedNumber, Section = task.Section,
        Content = task.Content, ReplacedAt = by.Time, ReplacedBy = by.Account, Edition = by.Edition,
        Adjustment = by.Adjustment,
    };
}
