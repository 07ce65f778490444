using MassTransit;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Storage;

namespace Suite.Messaging.Inbox;

/// <summary>Runs a handler exactly once in effect for each message, however often the broker delivers it.</summary>
sealed class InboxConsumer<TEvent, THandler, TDb>(TDb db, THandler handler, TimeProvider clock) : IConsumer<TEvent>
    where TEvent : class
    where THandler : IEventHandler<TEvent>
    where TDb : SuiteDbContext
{
    public async Task Consume(ConsumeContext<TEvent> context)
    {
        var id = context.MessageId ?? throw new InvalidOperationException($"A {typeof(TEvent).Name} came without a message id.");
        var cancellation = context.CancellationToken;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var first = await db.Database.ExecuteSqlAsync(
            $"INSERT INTO inbox_message (id, received_at) VALUES ({id}, {clock.GetUtcNow()}) ON CONFLICT DO NOTHING", cancellation) == 1;
        if (!first) return;
        await handler.HandleAsync(context.Message, cancellation);
        await db.CommitAsync(cancellation);
    }
}
