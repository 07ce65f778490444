namespace Suite.Messaging.Outbox;

/// <summary>
/// An event, written in the transaction of the change it tells of. Rows stay after they are sent: in order of
/// <see cref="Sequence"/> they are the owner's change log.
/// </summary>
public sealed class OutboxMessage
{
    public long Sequence { get; private init; }

    /// <summary>Message id on the bus; consumers recognise repeats by it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Full name of the event record.</summary>
    public required string Type { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>W3C trace context of the change, so that the effect elsewhere joins its trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>When the broker confirmed it; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; set; }
}
