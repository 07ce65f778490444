using System.Text.Json;
using Suite.Messaging.Outbox;

namespace Suite.Messaging.Inbox;

/// <summary>An event that this service handles, and how.</summary>
/// <param name="Name">As change feeds name it, e.g. <c>TaskIssued</c>.</param>
sealed record HandledEvent(string Name, Func<IServiceProvider, object, CancellationToken, Task> HandleAsync);

/// <summary>
/// Gives events out of their owner's change feed to the handlers that hear them over the bus: so a service rebuilds from nothing what it keeps. The
/// caller holds the transaction, and saves.
/// </summary>
public sealed class EventReplay
{
    readonly IServiceProvider _services;
    readonly ILookup<string, HandledEvent> _handled;

    internal EventReplay(IServiceProvider services, IEnumerable<HandledEvent> handled) => (_services, _handled) = (services, handled.ToLookup(h => h.Name));

    /// <summary>The event record; null for one that this service does not handle.</summary>
    /// <param name="name">As the feed names it.</param>
    /// <exception cref="JsonException">The payload is not that event's.</exception>
    public object? Read(string name, string payload) => _handled.Contains(name) ? EventTypes.Read($"{EventTypes.Namespace}.{name}", payload) : null;

    public async Task HandleAsync(object message, CancellationToken cancellation)
    {
        foreach (var handler in _handled[message.GetType().Name]) await handler.HandleAsync(_services, message, cancellation);
    }
}
