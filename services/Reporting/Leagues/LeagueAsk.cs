namespace Suite.Reporting.Leagues;

/// <summary>
/// The service indicators was asked for a league's table when a document was made. What it told is kept, so that the document can be made again; that
/// it did not answer is kept too, because the document says so.
/// </summary>
public sealed class LeagueAsk
{
    /// <summary>plans/{plan} of the document.</summary>
    public required string Plan { get; init; }

    /// <summary>leagues/{league}</summary>
    public required string League { get; init; }

    /// <summary>2024-03, 2024Q1, 2024H1 or 2024.</summary>
    public required string Period { get; init; }

    /// <summary>What was known there then was asked for.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Hash of the <see cref="LeagueSheet"/> it told; null where it did not answer.</summary>
    public required string? Sheet { get; init; }

    /// <summary>Why there was no answer; empty where there was.</summary>
    public required string Fault { get; init; }

    /// <summary>The plan's revision here with which this became known: <see cref="Facts.PlanChange"/>.</summary>
    public required long Heard { get; init; }
}

/// <summary>A table, kept once however often it is told.</summary>
public sealed class LeagueSheet
{
    /// <summary>SHA-256 of the table as JSON, hexadecimal.</summary>
    public required string Hash { get; init; }

    public required KnownLeague Table { get; init; }
}

/// <summary>A table as a document tells it.</summary>
/// <param name="KnownOn">The moment whose knowledge it shows.</param>
/// <param name="Unanswered">When indicators was asked again later without an answer; null where it answered.</param>
public sealed record LeagueFacts(KnownLeague Table, DateTimeOffset KnownOn, DateTimeOffset? Unanswered);
