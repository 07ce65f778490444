namespace Suite.Messaging.Inbox;

/// <summary>A message that has had its effect; written in the transaction of that effect.</summary>
public sealed class InboxMessage
{
    public required Guid Id { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
