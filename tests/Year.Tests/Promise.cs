using System.Globalization;
using Suite.Tasks.V1;

namespace Suite.Year.Tests;

/// <summary>One commitment of a task as the API tells it, with the number its figures name it by.</summary>
/// <param name="Ordinal">From 1: the target's first, then the schedule's in order.</param>
/// <param name="Quarters">The quarters it is about; all four for the annual target.</param>
sealed record Promise(int Ordinal, Commitment Commitment, IReadOnlyList<int> Quarters, bool Annual)
{
    static readonly int[] WholeYear = [1, 2, 3, 4];

    public decimal Value => decimal.Parse(Commitment.Value, CultureInfo.InvariantCulture);

    /// <summary>Amounts add up over the year; rates, ratios and levels do not.</summary>
    public bool AddsUp => Commitment is { GrowthRate: false, Accumulation: not Accumulation.Undetermined };

    public static IReadOnlyList<Promise> Of(Suite.Tasks.V1.Task task) =>
    [
        .. task.TargetCommitments.Select(c => (Commitment: c, Item: (ScheduleItem?)null))
            .Concat(task.Schedule.SelectMany(item => item.Commitments.Select(c => (Commitment: c, Item: (ScheduleItem?)item))))
            .Select((pair, index) => new Promise(index + 1, pair.Commitment,
                pair.Commitment.Quarters.Count > 0 ? [.. pair.Commitment.Quarters] : pair.Item is null ? WholeYear : [.. pair.Item.Quarters], pair.Item is null)),
    ];

    /// <summary>
    /// What is due by the end of a quarter: all of it in the last quarter it is about; before that an amount in proportion, a rate or level
    /// not yet. Written down here once more, so that the service's rule is checked against something else than itself.
    /// </summary>
    public decimal? Due(int quarter) =>
        !Quarters.Contains(quarter) ? null
        : quarter == Quarters.Max() ? Value
        : Commitment.Accumulation == Accumulation.Undetermined ? null
        : Annual ? Value * quarter / 4
        : Value * Quarters.Count(q => q <= quarter) / Quarters.Count;
}
