using System.Diagnostics;
using Suite.ServiceDefaults.Storage;

namespace Suite.Messaging.Outbox;

public static class OutboxExtensions
{
    /// <summary>Publishes an event when, and only when, the context's transaction commits.</summary>
    public static void Publish(this SuiteDbContext db, object message, DateTimeOffset now) =>
        db.Set<OutboxMessage>().Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Type = EventTypes.NameOf(message),
            Payload = EventTypes.Write(message),
            OccurredAt = now,
            TraceParent = Activity.Current?.Id,
        });
}
