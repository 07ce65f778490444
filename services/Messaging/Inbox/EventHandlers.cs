using System.Text.Json;
using Suite.Messaging.Outbox;

namespace Suite.Messaging.Inbox;

/// <summary>An event that this service handles, and how.</summary>
/// <param name="Name">As change feeds name it, e.g. <c>TaskIssued</c>.</param>
sealed record HandledEvent(string Name, Func<IServiceProvider, object, CancellationToken, Task> HandleAsync);

/// <summary>
/// Hands events to the service's handlers, be they heard over the bus or read from their owner's change feed. The caller holds the transaction, and saves.
/// </summary>
sealed class EventHandlers(IServiceProvider services, IEnumerable<HandledEvent> handled)
{
    readonly Dictionary<string, HandledEvent> _handled = handled.ToDictionary(h => h.Name);

    /// <summary>The event record; null for one that this service does not handle.</summary>
    /// <param name="name">As the feed names it.</param>
    /// <exception cref="JsonException">The payload is not that event's.</exception>
    public object? Read(string name, string payload) => _handled.ContainsKey(name) ? EventTypes.Read($"{EventTypes.Namespace}.{name}", payload) : null;

    public Task HandleAsync(object message, CancellationToken cancellation) => _handled[message.GetType().Name].HandleAsync(services, message, cancellation);
}
