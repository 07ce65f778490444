using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Storage;

namespace Suite.Messaging.Outbox;

/// <summary>
/// Publishes what the outbox holds, in order, and marks it sent once the broker has confirmed it. Killed between the two, it
/// publishes again: consumers recognise the message id. One replica dispatches at a time, so that order is kept.
/// </summary>
sealed partial class OutboxDispatcher<TDb>(
    IServiceScopeFactory scopes, IBus bus, OutboxSignal signal, TimeProvider clock, ILogger<OutboxDispatcher<TDb>> logger) : BackgroundService
    where TDb : SuiteDbContext
{
    const int BatchSize = 200;
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan ConfirmWithin = TimeSpan.FromSeconds(30);
    static readonly ActivitySource Activities = new("Suite.Messaging");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await DispatchAsync(stoppingToken) < BatchSize) await signal.WaitAsync(Interval, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // Broker or database away: what is unsent stays in the table and is tried again.
                LogRetry(logger, error);
                await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>How many messages were sent.</returns>
    async Task<int> DispatchAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var mine = await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_xact_lock({AdvisoryLocks.OutboxDispatch}) AS "Value" """).SingleAsync(cancellation);
        if (!mine) return 0;
        var batch = await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.SentAt == null).OrderBy(m => m.Sequence).Take(BatchSize).ToListAsync(cancellation);
        if (batch.Count == 0) return 0;
        await PublishAsync(batch, cancellation);
        var sequences = batch.Select(m => m.Sequence).ToArray();
        await db.Set<OutboxMessage>().Where(m => sequences.Contains(m.Sequence))
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, clock.GetUtcNow()), cancellation);
        await transaction.CommitAsync(cancellation);
        return batch.Count;
    }

    async Task PublishAsync(List<OutboxMessage> batch, CancellationToken cancellation)
    {
        using var confirm = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        confirm.CancelAfter(ConfirmWithin);
        foreach (var message in batch)
        {
            using var activity = Activities.StartActivity("outbox publish", ActivityKind.Producer, message.TraceParent);
            await bus.Publish(EventTypes.Read(message.Type, message.Payload), EventTypes.TypeOf(message.Type), context => context.MessageId = message.Id, confirm.Token);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be dispatched; trying again")]
    static partial void LogRetry(ILogger logger, Exception error);
}
