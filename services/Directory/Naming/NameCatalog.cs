using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;
using Suite.Directory.Units;

namespace Suite.Directory.Naming;

/// <summary>The name indexes of one revision of the directory.</summary>
public sealed record NameIndexes(long Revision, NameIndex Bodies, NameIndex People);

/// <summary>Keeps the last built indexes for the whole process.</summary>
public sealed class NameIndexCache
{
    public NameIndexes? Last { get; set; }

    /// <summary>Held while building, so that a change makes one call build and others wait for it.</summary>
    public SemaphoreSlim Building { get; } = new(1);
}

/// <summary>
/// The name indexes of the directory as it is now. Every change of names raises the revision in its own transaction; each look-up
/// compares it (one row), so that all replicas see a change at once.
/// </summary>
public sealed class NameCatalog(DirectoryDbContext db, NameIndexCache cache)
{
    public async Task<NameIndexes> CurrentAsync(CancellationToken cancellation)
    {
        var revision = await RevisionAsync(cancellation);
        if (cache.Last is { } last && last.Revision == revision) return last;
        await cache.Building.WaitAsync(cancellation);
        try
        {
            return cache.Last is { } built && built.Revision == revision ? built : cache.Last = await BuildAsync(cancellation);
        }
        finally
        {
            cache.Building.Release();
        }
    }

    Task<long> RevisionAsync(CancellationToken cancellation) => db.Revisions.AsNoTracking().Select(r => r.Number).SingleAsync(cancellation);

    /// <summary>Reads the revision first: a change that comes between makes the next look-up build again.</summary>
    async Task<NameIndexes> BuildAsync(CancellationToken cancellation)
    {
        var revision = await RevisionAsync(cancellation);
        var units = await db.Units.AsNoTracking().ToListAsync(cancellation);
        var groups = await db.Groups.AsNoTracking().ToListAsync(cancellation);
        var people = await db.People.AsNoTracking().ToListAsync(cancellation);
        var city = units.FirstOrDefault(u => u is { Kind: UnitKind.City, ParentId: null })?.Name ?? "";
        return new(
            revision,
            new NameIndex(
                [.. units.Select(u => u.AsNamed()), .. groups.Select(g => g.AsNamed())], city),
            new NameIndex([.. people.Select(p => p.AsNamed())], city: ""));
    }
}
