namespace Suite.Tasks.Decomposition;

/// <summary>What is due in one or more quarters, for one workstream.</summary>
/// <param name="Workstream">The named part of the task, nested parts joined by " > "; null where the schedule has no parts.</param>
/// <param name="Quarters">1 to 4, ascending, never empty: all four where <paramref name="Kind"/> is not Quarters.</param>
/// <param name="Kind">How the quarters are named.</param>
/// <param name="Text">The words without marker and label.</param>
/// <param name="Span">Where <paramref name="Text"/> stands in <see cref="PlannedTask.ScheduleText"/>.</param>
/// <param name="Commitments">The quantities promised in <paramref name="Text"/>, in order.</param>
public sealed record ScheduleItem(
    string? Workstream,
    IReadOnlyList<int> Quarters,
    ScheduleKind Kind,
    string Text,
    TextSpan Span,
    IReadOnlyList<Commitment> Commitments);
