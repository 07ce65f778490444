using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Storage;

namespace Suite.Messaging.Inbox;

/// <summary>Gives each message its effect exactly once, however often it is delivered.</summary>
public sealed class EventInbox
{
    readonly SuiteDbContext _db;
    readonly EventHandlers _handlers;
    readonly TimeProvider _clock;

    internal EventInbox(SuiteDbContext db, EventHandlers handlers, TimeProvider clock) => (_db, _handlers, _clock) = (db, handlers, clock);

    /// <param name="id">Of the message.</param>
    public async Task TakeAsync(Guid id, object message, CancellationToken cancellation)
    {
        _db.ChangeTracker.Clear();
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellation);
        // While what is kept is compared with the feed, messages wait here; before they write anything, since that would hold the feed back.
        var first = await _db.Database.ExecuteSqlAsync(
            $"""
             SELECT pg_advisory_xact_lock_shared({AdvisoryLocks.Hearing});
             INSERT INTO inbox_message (id, received_at) VALUES ({id}, {_clock.GetUtcNow()}) ON CONFLICT DO NOTHING
             """, cancellation) == 1;
        if (!first) return;
        await _handlers.HandleAsync(message, cancellation);
        await _db.CommitAsync(cancellation);
    }
}
