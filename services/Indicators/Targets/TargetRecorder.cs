using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Indicators.Figures;
using Suite.Indicators.Series;
using Suite.Indicators.Storage;
using Suite.Messaging.Inbox;

namespace Suite.Indicators.Targets;

/// <summary>
/// Keeps the indicators of an issued task in step with what it promises, and gives them what was reported before the task was heard of.
/// Of two revisions the higher counts, in whatever order they come. Nothing is deleted: an indicator that nothing promises any more is
/// marked, and what was reported on it stays.
/// </summary>
public sealed class TargetRecorder(IndicatorsDbContext db, ReportFigures figures) : IEventHandler<TaskIssued>, IEventHandler<TaskRevised>
{
    public async Task HandleAsync(TaskIssued message, CancellationToken cancellation)
    {
        await db.LockTaskAsync(message.Task, cancellation);
        var book = await IndicatorBook.OpenAsync(db, message, cancellation);
        if (book.Task.Issued) return;
        book.Task.Issued = true;
        await KeepAsync(book, message, inForce: book.Task.Revision == 0, cancellation);
    }

    public async Task HandleAsync(TaskRevised message, CancellationToken cancellation)
    {
        await db.LockTaskAsync(message.State.Task, cancellation);
        var book = await IndicatorBook.OpenAsync(db, message.State, cancellation);
        if (book.Task.Revision >= message.Revision) return;
        book.Task.Revision = message.Revision;
        book.WithdrawAll();
        await KeepAsync(book, message.State, inForce: !message.Withdrawn, cancellation);
    }

    async Task KeepAsync(IndicatorBook book, TaskIssued task, bool inForce, CancellationToken cancellation)
    {
        if (inForce) await db.Contradictions.Where(c => c.Task == task.Task).ExecuteDeleteAsync(cancellation);
        var groups = SeriesBuilder.Groups([.. task.Commitments.Select(PromiseOf)]);
        var parts = Contradictions.OfParts(groups);
        foreach (var promises in groups)
        {
            var indicator = book.Keep(TargetSeries.Through(promises), inForce);
            var found = Contradictions.Of(promises).Concat(parts.Where(p => p.Series == promises).Select(p => p.Found));
            if (inForce) db.Contradictions.AddRange(found.Select(c => RowOf(c, task, indicator)));
        }

        var waiting = await db.Observations.Where(o => o.Task == task.Task && o.IndicatorId == null).ToListAsync(cancellation);
        foreach (var observation in waiting) observation.IndicatorId = book.OwnerOf(observation.Commitment);
        await figures.TakeOverAsync(waiting, book.Indicators, cancellation);
    }

    static ContradictionRow RowOf(Contradiction found, TaskIssued task, IndicatorRow indicator) => new()
    {
        Plan = task.Plan, Task = task.Task, TaskNumber = task.Number, IndicatorId = indicator.Id, Quarter = found.Quarter, OneValue = found.One, OtherValue = found.Other,
        Unit = indicator.Unit, OneCommitments = [.. found.OneCommitments], OtherCommitments = [.. found.OtherCommitments],
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
