using Suite.Reporting.Papers;

namespace Suite.Reporting.Templates;

/// <summary>A template the city brought. Its file never changes; a change is a new version.</summary>
public sealed class TemplateRecord
{
    /// <summary>{kind}-{language}-{version} in lower case.</summary>
    public required string Id { get; init; }

    public required PaperKind Kind { get; init; }

    public required string Language { get; init; }

    /// <summary>Counts from 1 within kind and language.</summary>
    public required int Version { get; init; }

    public bool InUse { get; set; }

    public required byte[] Content { get; init; }

    /// <summary>SHA-256, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Account name.</summary>
    public required string Creator { get; init; }

    public required DateTimeOffset CreateTime { get; init; }
}
