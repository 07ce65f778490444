namespace Suite.Reporting.Facts;

/// <summary>All that is known of a plan's quarter at one moment.</summary>
/// <param name="Quarter">1 to 4.</param>
/// <param name="AsOf">The moment.</param>
/// <param name="Tasks">Every task in force, in order of their numbers.</param>
public sealed record QuarterFacts(KnownPlan Plan, int Quarter, DateTimeOffset AsOf, IReadOnlyList<TaskStanding> Tasks)
{
    /// <summary>What editions changed within the quarter: revisions of tasks.</summary>
    public IReadOnlyList<KnownTask> Changed { get; init; } = [];

    /// <summary>What was sent to the office and came back from it.</summary>
    public IReadOnlyList<ReportStep> Steps { get; init; } = [];

    /// <summary>What was asked to be adjusted and decided within the quarter.</summary>
    public IReadOnlyList<AdjustmentStep> Adjustments { get; init; } = [];

    /// <summary>Steps on instructions, questions and closings within the quarter.</summary>
    public IReadOnlyList<CaseStep> Cases { get; init; } = [];

    /// <summary>The office's own count; null where it has never been asked for or did not answer.</summary>
    public OfficeSheet? Sheet { get; init; }

    /// <summary>The sections of the plan with their tasks, in the order of the plan.</summary>
    public IEnumerable<IGrouping<string, TaskStanding>> Sections => Tasks.GroupBy(t => t.Task.Section);
}
