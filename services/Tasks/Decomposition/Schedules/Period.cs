namespace Suite.Tasks.Decomposition.Schedules;

/// <summary>A stretch of the year as the table names it.</summary>
/// <param name="Kind">How it is named.</param>
/// <param name="Quarters">Ascending, never empty.</param>
internal sealed record Period(ScheduleKind Kind, IReadOnlyList<int> Quarters)
{
    private static readonly int[] WholeYear = [1, 2, 3, 4];

    internal static Period Unmarked { get; } = new(ScheduleKind.Unmarked, WholeYear);

    internal static Period AllYear { get; } = new(ScheduleKind.AllYear, WholeYear);

    internal static Period EachQuarter { get; } = new(ScheduleKind.EachQuarter, WholeYear);

    internal static Period Of(IEnumerable<int> quarters) => new(ScheduleKind.Quarters, [.. quarters.Distinct().Order()]);

    /// <summary>From the first to the last of two quarters.</summary>
    internal static Period Between(int first, int last) => Of(Enumerable.Range(first, Math.Max(1, last - first + 1)));
}
