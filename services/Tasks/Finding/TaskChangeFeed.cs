using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Finding;

/// <summary>An event as it waits for, or went over, the bus.</summary>
/// <param name="Tx">The transaction that wrote it.</param>
public sealed record FedEvent(long Tx, long Sequence, Guid Id, string Type, string Payload, DateTimeOffset OccurredAt);

/// <summary>A place in the feed: after this event.</summary>
public sealed record FeedPlace(long Tx, long Sequence)
{
    public static readonly FeedPlace Start = new(0, 0);
}

/// <summary>
/// The events of this service, read from the outbox. Numbers of the outbox are given before a commit, so a lower one can appear after a
/// higher one; therefore the order is that of the transactions, and only those are shown before which none is still running: what is
/// shown once never gets anything put before it.
/// </summary>
public sealed class TaskChangeFeed(TasksDbContext db)
{
    const string Prefix = "taskchanges/";

    /// <summary>Events that everybody may hear who may read issued plans.</summary>
    static readonly string[] Open =
    [
        .. new[] { "PlanIssued", "TaskIssued", "TaskRevised", "TaskAcknowledged", "ProgressAccepted", "LightSet", "AdjustmentTookEffect", "TaskClosed", "TaskCarriedOver", "TaskReopened" }
            .Select(e => $"{typeof(Contracts.Events.V1.PlanIssued).Namespace}.{e}"),
    ];

    /// <param name="everything">False for what everybody may hear.</param>
    public async Task<IReadOnlyList<FedEvent>> AfterAsync(FeedPlace place, bool everything, int limit, CancellationToken cancellation) =>
        await db.Database.SqlQuery<FedEvent>(
            $"""
             SELECT tx::text::bigint AS tx, sequence, id, type, payload::text AS payload, occurred_at AS "OccurredAt" FROM outbox_message
             WHERE (tx, sequence) > ({place.Tx}::text::xid8, {place.Sequence}) AND tx < pg_snapshot_xmin(pg_current_snapshot())
                 AND ({everything} OR type = ANY({Open}))
             ORDER BY outbox_message.tx, sequence LIMIT {limit}
             """).ToListAsync(cancellation);

    /// <summary>How many events are committed and cannot be shown as yet. Ask before reading: what is held back then may be shown by now.</summary>
    public Task<int> HeldBackAsync(CancellationToken cancellation) => db.Database.SqlQuery<int>(
        $"""SELECT count(*)::integer AS "Value" FROM outbox_message WHERE tx >= pg_snapshot_xmin(pg_current_snapshot())""").SingleAsync(cancellation);

    public static string Token(FeedPlace place) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{place.Tx}/{place.Sequence}")));

    /// <exception cref="ProblemException">INVALID_PAGE_TOKEN.</exception>
    public static FeedPlace Read(string token)
    {
        if (token.Length == 0) return FeedPlace.Start;
        Span<byte> bytes = stackalloc byte[64];
        if (Convert.TryFromBase64String(token, bytes, out var length) && Encoding.ASCII.GetString(bytes[..length]) is var text
            && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length..].Split('/') is [var tx, var sequence]
            && long.TryParse(tx, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return new(place, number);
        throw Problems.Because(Reason.InvalidPageToken, "resume_token must come from an earlier answer.");
    }
}
