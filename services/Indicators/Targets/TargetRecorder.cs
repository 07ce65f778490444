using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Indicators.Series;
using Suite.Indicators.Storage;
using Suite.Messaging.Inbox;

namespace Suite.Indicators.Targets;

/// <summary>Opens the indicators of an issued task, and gives them what was reported before the task was heard of.</summary>
public sealed class TargetRecorder(IndicatorsDbContext db) : IEventHandler<TaskIssued>
{
    public async Task HandleAsync(TaskIssued message, CancellationToken cancellation)
    {
        await db.LockTaskAsync(message.Task, cancellation);
        if (await db.Indicators.AnyAsync(i => i.Plan == message.Plan && i.TaskNumber == message.Number, cancellation)) return;
        var series = SeriesBuilder.Build([.. message.Commitments.Select(PromiseOf)]);
        var indicators = series.Select((s, at) => RowOf(message, s, at + 1)).ToList();
        db.Indicators.AddRange(indicators);
        await AttachAsync(message.Task, indicators, cancellation);
    }

    async Task AttachAsync(string task, List<IndicatorRow> indicators, CancellationToken cancellation)
    {
        var owners = indicators.SelectMany(i => i.Targets.Select(t => (t.Commitment, i.Id))).Distinct().ToDictionary(o => o.Commitment, o => o.Id);
        var waiting = await db.Observations.Where(o => o.Task == task && o.IndicatorId == null).ToListAsync(cancellation);
        foreach (var observation in waiting) observation.IndicatorId = owners.GetValueOrDefault(observation.Commitment);
    }

    static IndicatorRow RowOf(TaskIssued task, TargetSeries series, int ordinal) => new()
    {
        Id = ResourceNames.IndicatorId(task.Plan, task.Number, ordinal),
        Plan = task.Plan,
        Task = task.Task,
        TaskNumber = task.Number,
        Ordinal = ordinal,
        Measure = series.Measure,
        Unit = series.Unit,
        Workstream = series.Workstream,
        LeadUnits = [.. task.LeadUnits.Select(u => u.Unit)],
        GrowthRate = series.GrowthRate,
        Targets = [.. series.Points.Select((point, at) => RowOf(point, at + 1))],
    };

    static TargetRow RowOf(SeriesPoint point, int ordinal) => new()
    {
        Ordinal = ordinal,
        Quarter = point.Quarter,
        YearToDate = point.YearToDate,
        Period = point.Period,
        Comparator = point.Comparator,
        Commitment = point.Commitment,
    };

    static Promise PromiseOf(CommitmentFact fact) => new(
        fact.Commitment, fact.Annual, fact.Workstream ?? "", fact.Measure, fact.Unit ?? "", fact.Value, fact.Comparator,
        AccumulationOf(fact), fact.GrowthRate, [.. fact.Quarters.Distinct().Order()], fact.EachQuarter);

    static Accumulation AccumulationOf(CommitmentFact fact) => fact.Accumulation switch
    {
        "CUMULATIVE" => Accumulation.Cumulative,
        "IN_PERIOD" => Accumulation.InPeriod,
        "UNDETERMINED" => Accumulation.Undetermined,
        var other => throw new InvalidOperationException(
            $"{fact.Commitment} accumulates '{other}'; CUMULATIVE, IN_PERIOD or UNDETERMINED was expected."),
    };
}
