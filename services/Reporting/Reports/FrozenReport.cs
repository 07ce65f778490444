namespace Suite.Reporting.Reports;

/// <summary>A document that was made, numbered and frozen; it is never changed.</summary>
public sealed class FrozenReport
{
    /// <summary>{plan}-q{quarter}-{number}, the last part of its resource name.</summary>
    public required string Id { get; init; }

    /// <summary>plans/{plan}</summary>
    public required string Plan { get; init; }

    public required int Year { get; init; }

    /// <summary>The body that issues it; its documents of a year are numbered in one row.</summary>
    public required string Issuer { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    /// <summary>Counts from 1 within issuer and year.</summary>
    public required int Number { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>Account name.</summary>
    public required string Creator { get; init; }

    /// <summary>SHA-256 of the document, hexadecimal.</summary>
    public required string DocumentSha256 { get; init; }

    public required string FileName { get; init; }

    public required int FigureCount { get; init; }
}

/// <summary>The bytes of a report, apart from it so that lists do not carry them.</summary>
public sealed class FrozenDocument
{
    public required string ReportId { get; init; }

    public required byte[] Content { get; init; }
}
