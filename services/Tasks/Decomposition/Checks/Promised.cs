using Suite.Tasks.Decomposition.Quantities;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>A commitment with its place in the plan, made comparable.</summary>
/// <param name="Task">The task that promises it.</param>
/// <param name="Item">The schedule item, null for the target.</param>
/// <param name="Amount">The commitment.</param>
/// <param name="Core">Its measure without verbs.</param>
/// <param name="Kind">Its unit without magnitude.</param>
internal sealed record Promised(PlannedTask Task, ScheduleItem? Item, Commitment Amount, string Core, string Kind)
{
    internal double Value { get; } = Scale.Base(Amount);

    /// <summary>The last quarter it is due in.</summary>
    internal int Due => Amount.Quarters.Count > 0 ? Amount.Quarters[^1] : Item?.Quarters[^1] ?? 4;

    internal bool Adds => !Amount.GrowthRate && Kind.Length > 0 && !Units.IsShare(Kind);

    internal static IEnumerable<Promised> Of(PlannedTask task) =>
        task.TargetCommitments.Select(c => Of(task, null, c)).Concat(task.Schedule.SelectMany(i => i.Commitments.Select(c => Of(task, i, c))));

    internal Diagnostic Raise(DiagnosticLevel level, DiagnosticCode code, string why) =>
        PlanChecks.About(Task, level, code, Item is null ? PlanCell.Target : PlanCell.Schedule, Amount.Verbatim, why);

    private static Promised Of(PlannedTask task, ScheduleItem? item, Commitment amount) =>
        new(task, item, amount, Verbs.Core(amount.Measure), Scale.Kind(amount));
}
