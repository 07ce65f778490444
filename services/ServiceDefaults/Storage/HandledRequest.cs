namespace Suite.ServiceDefaults.Storage;

/// <summary>The remembered answer to a request id, written in the transaction of the effect.</summary>
public sealed class HandledRequest
{
    public required string Account { get; init; }

    public required string RequestId { get; init; }

    /// <summary>SHA-256 of method and request: the same id must not stand for something else.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>The serialised answer.</summary>
    public required byte[] Response { get; init; }

    public required DateTimeOffset Time { get; init; }
}
