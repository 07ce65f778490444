using Suite.Contracts.Events.V1;
using Suite.Indicators.Series;
using Suite.Tasks.Decomposition;
using Accumulation = Suite.Indicators.Series.Accumulation;

namespace Suite.Indicators.Tests.Targets;

/// <summary>Tasks of a table that was read, as the tasks service would tell of them.</summary>
static class RealPlan
{
    static readonly int[] WholeYear = [1, 2, 3, 4];

    public static TaskIssued Issued(Told told, PlannedTask task) => told.Issued(task.Number, [.. Facts(told, task)]);

    public static IEnumerable<Promise> Promises(Told told, PlannedTask task) => Facts(told, task).Select(f => new Promise(
        f.Commitment, f.Annual, f.Workstream ?? "", f.Measure, f.Unit ?? "", f.Value, f.Comparator,
        f.Accumulation switch { "CUMULATIVE" => Accumulation.Cumulative, "IN_PERIOD" => Accumulation.InPeriod, _ => Accumulation.Undetermined }, f.GrowthRate, f.Quarters, f.EachQuarter));

    static IEnumerable<CommitmentFact> Facts(Told told, PlannedTask task) =>
        task.TargetCommitments.Select(c => (Item: default(ScheduleItem), Commitment: c)).Concat(task.Schedule.SelectMany(i => i.Commitments.Select(c => (Item: (ScheduleItem?)i, Commitment: c))))
            .Select((p, at) => new CommitmentFact(
                $"{told.Task(task.Number)}/commitments/{at + 1}", p.Item is null, p.Item?.Workstream, p.Commitment.Measure, p.Commitment.Value, p.Commitment.MaxValue, p.Commitment.Unit,
                p.Commitment.Comparator.ToString().ToUpperInvariant(),
                p.Commitment.Accumulation switch { Tasks.Decomposition.Accumulation.Cumulative => "CUMULATIVE", Tasks.Decomposition.Accumulation.InPeriod => "IN_PERIOD", _ => "UNDETERMINED" },
                p.Commitment.GrowthRate, p.Commitment.Quarters.Count > 0 ? p.Commitment.Quarters : p.Item?.Quarters ?? WholeYear) { EachQuarter = p.Item?.Kind == ScheduleKind.EachQuarter });
}
