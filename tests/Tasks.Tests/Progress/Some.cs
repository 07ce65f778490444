using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Tests.Progress;

/// <summary>Commitments to try rules with.</summary>
static class Some
{
    public static TaskCommitment Annual(
        decimal value, Accumulation accumulation = Accumulation.Cumulative, Comparator comparator = Comparator.Ge, string measure = "完成投资", int ordinal = 1) =>
        new(ordinal, null, Commitment(value, accumulation, comparator, measure));

    public static TaskCommitment Due(
        decimal value, int[] quarters, Accumulation accumulation = Accumulation.Cumulative, Comparator comparator = Comparator.Ge,
        string measure = "完成投资", string? workstream = null, int ordinal = 1)
    {
        var commitment = Commitment(value, accumulation, comparator, measure);
        return new(ordinal, new ScheduleItem(workstream, quarters, ScheduleKind.Quarters, "", default, [commitment]), commitment);
    }

    public static TaskContent Task(string schedule, IReadOnlyList<Commitment> annual, params IReadOnlyList<ScheduleItem> items) =>
        new(new("", [], []), "", annual, schedule, items, [], [], [], []);

    static Commitment Commitment(decimal value, Accumulation accumulation, Comparator comparator, string measure) =>
        new(measure, value, null, "亿元", comparator, accumulation, GrowthRate: false, "", default, []);
}
