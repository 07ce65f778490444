namespace Suite.Messaging.Inbox;

/// <summary>
/// The effect of an event on this service. Runs inside a transaction that also records the message, at most once for each
/// message; it changes entities of the service's context and leaves saving to the inbox.
/// </summary>
public interface IEventHandler<in TEvent>
{
    Task HandleAsync(TEvent message, CancellationToken cancellation);
}
