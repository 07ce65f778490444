using Microsoft.EntityFrameworkCore;
using Suite.Messaging.Inbox;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Messaging.Rebuilding;

/// <summary>
/// Works out a second time, beside what is kept, what follows from the events of tasks: reads them from the change feed and hands them to the handlers that
/// hear them over the bus.
/// </summary>
public sealed class Retelling
{
    readonly SuiteDbContext _db;
    readonly EventHandlers _handlers;
    readonly TaskFeed _feed;

    internal Retelling(SuiteDbContext db, EventHandlers handlers, TaskFeed feed) => (_db, _handlers, _feed) = (db, handlers, feed);

    /// <param name="resource">What is kept, for who asks a second time meanwhile.</param>
    /// <param name="tables">All that handlers read or write.</param>
    /// <exception cref="ProblemException">ILLEGAL_STEP where another one is under way.</exception>
    public Task<Shadow> BeginAsync(string resource, IReadOnlyList<string> tables, CancellationToken cancellation) => Shadow.RaiseAsync(_db, resource, tables, cancellation);

    /// <summary>
    /// Fills the shadow. Afterwards messages from the bus wait until it is disposed of, and everything they have told before has been told here too.
    /// </summary>
    /// <param name="asked">Which events are worked out; null for all.</param>
    /// <param name="settled">An event that is younger and has not come over the bus is on its way, and left out; null for none.</param>
    /// <exception cref="ProblemException">DEPENDENCY_UNAVAILABLE.</exception>
    public async Task TellAsync(Shadow shadow, Func<object, bool>? asked, DateTimeOffset? settled, CancellationToken cancellation)
    {
        bool IsYoung(TaskChange change) => change.Time.ToDateTimeOffset() > settled;
        await foreach (var page in _feed.ReadOnAsync(cancellation))
        {
            if (page.Any(IsYoung)) break;
            await TellAsync(shadow, page, asked, cancellation);
        }

        // Those who handle a message now end first. What was heard is in the feed, be it held back: the bus is not told before the commit.
        await _db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({AdvisoryLocks.Hearing})", cancellation);
        await foreach (var page in _feed.ReadOnAsync(cancellation))
        {
            var heard = page.Any(IsYoung) ? await HeardAsync(page, cancellation) : [];
            await TellAsync(shadow, page.Where(c => !IsYoung(c) || heard.Contains(Guid.Parse(c.Id))), asked, cancellation);
        }

        await shadow.AnalyzeAsync(cancellation);
    }

    async Task TellAsync(Shadow shadow, IEnumerable<TaskChange> changes, Func<object, bool>? asked, CancellationToken cancellation)
    {
        await using var transaction = await _db.Database.BeginTransactionAsync(cancellation);
        var told = new List<Guid>();
        foreach (var change in changes)
        {
            if (_handlers.Read(change.Event, change.Payload) is not { } message || asked?.Invoke(message) == false) continue;
            await _handlers.HandleAsync(message, cancellation);
            await _db.SaveChangesAsync(cancellation);
            _db.ChangeTracker.Clear();
            told.Add(Guid.Parse(change.Id));
        }

        // Where the connection was lost and opened anew there is no such table, and what went elsewhere is taken back.
        await _db.Database.ExecuteSqlAsync($"INSERT INTO pg_temp.told_event SELECT unnest({told.ToArray()})", cancellation);
        await transaction.CommitAsync(cancellation);
        shadow.Events += told.Count;
    }

    async Task<HashSet<Guid>> HeardAsync(IEnumerable<TaskChange> changes, CancellationToken cancellation)
    {
        var ids = changes.Select(c => Guid.Parse(c.Id)).ToArray();
        return await _db.Set<InboxMessage>().Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(cancellation);
    }
}
