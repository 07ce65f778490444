using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Suite.ServiceDefaults.Storage;

/// <summary>One line of a service's audit: who did what to which resource, when, and the hash that ties it to the line before.</summary>
public sealed class AuditEntry
{
    /// <summary>Hash before the first entry.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>Counts from 1 without gaps.</summary>
    public long Sequence { get; private init; }

    public DateTimeOffset Time { get; private init; }

    /// <summary>Account name, or the name of the event that caused the change.</summary>
    public string Actor { get; private init; } = "";

    /// <summary>What was done, e.g. <c>IssuePlan</c>.</summary>
    public string Action { get; private init; } = "";

    public string Resource { get; private init; } = "";

    /// <summary>Facts worth keeping, as JSON; "{}" for none.</summary>
    public string Detail { get; private init; } = "{}";

    public string PreviousHash { get; private init; } = Genesis;

    /// <summary>SHA-256, hexadecimal, over the fields above joined by line feeds.</summary>
    public string Hash { get; private init; } = "";

    public static AuditEntry Seal(AuditEntry? previous, AuditRecord record)
    {
        // PostgreSQL keeps microseconds: what is hashed must be what is read back.
        var time = new DateTimeOffset(record.Time.UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        var (sequence, before) = ((previous?.Sequence ?? 0) + 1, previous?.Hash ?? Genesis);
        return new()
        {
            Sequence = sequence, Time = time, Actor = record.Actor, Action = record.Action, Resource = record.Resource, Detail = record.Detail,
            PreviousHash = before, Hash = HashOf(sequence, time, record, before),
        };
    }

    /// <summary>True when the entry follows <paramref name="previous"/> and none of its fields was changed.</summary>
    public bool Follows(AuditEntry? previous) =>
        Sequence == (previous?.Sequence ?? 0) + 1 && PreviousHash == (previous?.Hash ?? Genesis)
        && HashFits(Sequence);

    /// <summary>True when the entry's hash is that of what it says, were it the one with this number.</summary>
    public bool HashFits(long sequence) => Hash == HashOf(sequence, Time, new(Time, Actor, Action, Resource, Detail), PreviousHash);

    static string HashOf(long sequence, DateTimeOffset time, AuditRecord record, string previous)
    {
        string[] fields = [sequence.ToString(CultureInfo.InvariantCulture), time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            record.Actor, record.Action, record.Resource, record.Detail, previous];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fields))));
    }
}

/// <summary>What is to be audited, before it is chained.</summary>
public sealed record AuditRecord(DateTimeOffset Time, string Actor, string Action, string Resource, string Detail);
