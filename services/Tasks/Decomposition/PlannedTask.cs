namespace Suite.Tasks.Decomposition;

/// <summary>One numbered item of the table.</summary>
/// <param name="Number">What tells it from the others, from 1: as printed, where the printed numbers do; otherwise its place in the document.</param>
/// <param name="Section">The part of the table it stands in (政府工作报告); empty where the table has no parts.</param>
/// <param name="Requirement">The original wording it comes from.</param>
/// <param name="Target">The annual target's clean text, without the number.</param>
/// <param name="TargetCommitments">The quantities promised in <paramref name="Target"/>, in order.</param>
/// <param name="ScheduleText">The schedule cell's clean text, markers and labels included.</param>
/// <param name="Schedule">The schedule cell's items, in order.</param>
/// <param name="Leaders">In order.</param>
/// <param name="LeadUnits">In order.</param>
/// <param name="SupportingUnits">In order.</param>
/// <param name="SupportingGroups">In order.</param>
/// <param name="SourceLine">The document's line the task starts on, from 1.</param>
public sealed record PlannedTask(
    int Number,
    string Section,
    RequirementText Requirement,
    string Target,
    IReadOnlyList<Commitment> TargetCommitments,
    string ScheduleText,
    IReadOnlyList<ScheduleItem> Schedule,
    IReadOnlyList<LeaderRef> Leaders,
    IReadOnlyList<UnitRef> LeadUnits,
    IReadOnlyList<UnitRef> SupportingUnits,
    IReadOnlyList<GroupRef> SupportingGroups,
    int SourceLine)
{
    /// <summary>The number as printed (1.2, （三）), where it is not <see cref="Number"/>; otherwise null.</summary>
    public string? Label { get; init; }

    /// <summary>The cells of columns that no plan is known to have, in the order of the columns; empty ones are left out.</summary>
    public IReadOnlyList<TaskAttribute> Attributes { get; init; } = [];
}
