using System.Globalization;
using Suite.Tasks.Decomposition.Quantities;

namespace Suite.Tasks.Decomposition.Checks;

/// <summary>A commitment with its place in the plan, made comparable.</summary>
/// <param name="Task">The task that promises it.</param>
/// <param name="Item">The schedule item, null for the target.</param>
/// <param name="Amount">The commitment.</param>
/// <param name="Core">Its measure without verbs, and without the part of the task set before it.</param>
/// <param name="Kind">Its unit without magnitude; 人 for all words for people.</param>
internal sealed record Promised(PlannedTask Task, ScheduleItem? Item, Commitment Amount, string Core, string Kind)
{
    private const int ShortestCore = 3;

    /// <summary>The amount in its unit without magnitude; the lower end of a range.</summary>
    internal double Low { get; } = Scale.Low(Amount);

    /// <summary>The upper end of a range, otherwise <see cref="Low"/>.</summary>
    internal double High { get; } = Scale.Base(Amount);

    /// <summary>The core with the part of the task it belongs to.</summary>
    internal string FullCore { get; } = Amount.Measure.Contains('：') ? Verbs.Core(Amount.Measure.Replace("：", "", StringComparison.Ordinal)) : Core;

    internal string? Workstream => Item?.Workstream;

    /// <summary>The quarters it is due in; all four for a target.</summary>
    internal IReadOnlyList<int> Quarters => Amount.Quarters.Count > 0 ? Amount.Quarters : Item?.Quarters ?? [1, 2, 3, 4];

    /// <summary>The last quarter it is due in.</summary>
    internal int Due => Quarters[^1];

    /// <summary>An amount of the whole year: of the target, or of a part that names no quarter or the whole year.</summary>
    internal bool OfYear => Item is null or { Kind: ScheduleKind.Unmarked or ScheduleKind.AllYear };

    internal bool InQuarters => Item is { Kind: ScheduleKind.Quarters };

    /// <summary>Amounts that can be added up, which shares and rates can't.</summary>
    internal bool Adds => !Amount.GrowthRate && Kind.Length > 0 && !Units.IsShare(Kind);

    internal static List<Promised> Of(PlannedTask task)
    {
        var promised = new List<Promised>();
        foreach (var amount in task.TargetCommitments) promised.Add(Of(task, null, amount));
        foreach (var item in task.Schedule)
            foreach (var amount in item.Commitments) promised.Add(Of(task, item, amount));
        return promised;
    }

    /// <summary>Put in other words, perhaps. Cores that are too short to tell anything (项目, 产品) are like nothing.</summary>
    internal bool IsLike(Promised other) => Kind == other.Kind
        && (Amount.Measure == other.Amount.Measure || AreLike(Core, other.Core) || AreLike(FullCore, other.FullCore));

    internal Diagnostic Raise(DiagnosticLevel level, DiagnosticCode code, string why) =>
        PlanChecks.About(Task, level, code, Item is null ? PlanCell.Target : PlanCell.Schedule, Amount.Verbatim, why);

    /// <summary>As written: 7-8场.</summary>
    internal string Written => Amount.Value.ToString(CultureInfo.InvariantCulture)
        + (Amount.MaxValue is { } max ? $"-{max.ToString(CultureInfo.InvariantCulture)}" : "") + Amount.Unit;

    /// <summary>Another value, in the unit of this one.</summary>
    internal string InMyUnit(double value)
    {
        var unit = High / (double)Math.Max(Amount.MaxValue ?? Amount.Value, 0.000001m);
        return Math.Round(value / Math.Max(unit, 1), 4).ToString(CultureInfo.InvariantCulture) + Amount.Unit;
    }

    private static bool AreLike(string one, string other) => Math.Min(one.Length, other.Length) >= ShortestCore && Likeness.Are(one, other);

    private static Promised Of(PlannedTask task, ScheduleItem? item, Commitment amount) =>
        new(task, item, amount, Verbs.Core(amount.Measure[(amount.Measure.LastIndexOf('：') + 1)..]), Scale.Kind(amount) is "名" or "位" ? "人" : Scale.Kind(amount));
}
