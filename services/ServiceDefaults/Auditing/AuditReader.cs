using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Storage;

namespace Suite.ServiceDefaults.Auditing;

/// <summary>Which entries a list shows; empty and null for any.</summary>
public sealed record AuditFilter(string Actor, string Resource, string Action, DateTimeOffset? Start, DateTimeOffset? End);

/// <summary>Reads a service's audit.</summary>
public sealed class AuditReader<TDb>(TDb db)
    where TDb : SuiteDbContext
{
    /// <param name="before">Sequence of the last entry shown; null for the first page.</param>
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, long? before, int limit, CancellationToken cancellation)
    {
        var entries = db.AuditEntries.AsNoTracking();
        if (filter.Actor.Length > 0) entries = entries.Where(e => e.Actor == filter.Actor);
        if (filter.Resource.Length > 0) entries = entries.Where(e => e.Resource == filter.Resource);
        if (filter.Action.Length > 0) entries = entries.Where(e => e.Action == filter.Action);
        if (filter.Start is { } start) entries = entries.Where(e => e.Time >= start);
        if (filter.End is { } end) entries = entries.Where(e => e.Time < end);
        if (before is { } place) entries = entries.Where(e => e.Sequence < place);
        return await entries.OrderByDescending(e => e.Sequence).Take(limit).ToListAsync(cancellation);
    }

    /// <returns>Oldest first, one by one: an audit may be larger than memory.</returns>
    public IAsyncEnumerable<AuditEntry> AfterAsync(long sequence, int limit) =>
        db.AuditEntries.AsNoTracking().Where(e => e.Sequence > sequence).OrderBy(e => e.Sequence).Take(limit).AsAsyncEnumerable();

    public Task<AuditEntry?> LastAsync(CancellationToken cancellation) =>
        db.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancellation);

    /// <summary>Goes through the whole chain; what is added meanwhile is not looked at.</summary>
    /// <param name="checkpoints">What the audit must still hold.</param>
    /// <returns>The chain with its faults, and the checkpoints it no longer holds.</returns>
    public async Task<(AuditChain Chain, IReadOnlyList<Checkpoint> Lost)> VerifyAsync(
        IReadOnlyCollection<Checkpoint> checkpoints, CancellationToken cancellation)
    {
        var chain = new AuditChain();
        var open = checkpoints.Where(c => c.Sequence > 0).ToLookup(c => c.Sequence);
        var held = new HashSet<Checkpoint>(checkpoints.Where(c => c.Sequence == 0));
        await foreach (var entry in db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            chain.Add(entry);
            held.UnionWith(open[entry.Sequence].Where(c => c.Hash == entry.Hash));
        }

        return (chain, [.. checkpoints.Where(c => !held.Contains(c)).OrderBy(c => c.Sequence)]);
    }
}
