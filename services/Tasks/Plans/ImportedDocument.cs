namespace Suite.Tasks.Plans;

/// <summary>A document as it was imported; kept for good, also when a later one replaced its tasks.</summary>
public sealed class ImportedDocument
{
    public required string PlanId { get; init; }

    /// <summary>By <see cref="ImportIdentity"/>: SHA-256 of the bytes, or of them and the settings they were read with.</summary>
    public required string Sha256 { get; init; }

    public required byte[] Bytes { get; init; }

    public required string ImportedBy { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}
