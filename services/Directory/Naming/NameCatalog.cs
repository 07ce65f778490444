using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;
using Suite.Directory.Units;

namespace Suite.Directory.Naming;

/// <summary>The name indexes of one day at one revision of the directory.</summary>
public sealed record NameIndexes(long Revision, DateOnly Day, NameIndex Bodies, NameIndex People);

/// <summary>Keeps the last built indexes for the whole process: today's and those of a few other days.</summary>
public sealed class NameIndexCache
{
    const int MostDays = 4;

    volatile NameIndexes[] _kept = [];

    /// <summary>Held while building, so that a change makes one call build and others wait for it.</summary>
    public SemaphoreSlim Building { get; } = new(1);

    public NameIndexes? Find(long revision, DateOnly day) => Array.Find(_kept, k => k.Revision == revision && k.Day == day);

    /// <summary>Call it while holding <see cref="Building"/>.</summary>
    public NameIndexes Keep(NameIndexes built)
    {
        _kept = [built, .. _kept.Where(k => k.Revision == built.Revision && k.Day != built.Day).Take(MostDays - 1)];
        return built;
    }
}

/// <summary>
/// The name indexes of the directory. Every change of names raises the revision in its own transaction; each look-up compares it
/// (one row), so that all replicas see a change at once.
/// </summary>
public sealed class NameCatalog(DirectoryDbContext db, NameIndexCache cache)
{
    readonly Dictionary<DateOnly, NameIndexes> _before = [];

    public async Task<NameIndexes> OnAsync(DateOnly day, CancellationToken cancellation)
    {
        var revision = await RevisionAsync(cancellation);
        if (cache.Find(revision, day) is { } kept) return kept;
        await cache.Building.WaitAsync(cancellation);
        try
        {
            return cache.Find(revision, day) ?? cache.Keep(await BuildAsync(day, cancellation));
        }
        finally
        {
            cache.Building.Release();
        }
    }

    /// <summary>
    /// The indexes as they were before the current transaction changed anything. To be called first before its first change; those of
    /// further days are built for this transaction alone: what it has not committed must not come into the cache.
    /// </summary>
    public async Task<NameIndexes> BeforeChangesAsync(DateOnly day, CancellationToken cancellation)
    {
        if (_before.TryGetValue(day, out var known)) return known;
        if (_before.Count == 0) return _before[day] = await OnAsync(day, cancellation);
        var revision = _before.Values.First().Revision;
        return _before[day] = cache.Find(revision, day) ?? await BuildAsync(day, cancellation);
    }

    Task<long> RevisionAsync(CancellationToken cancellation) => db.Revisions.AsNoTracking().Select(r => r.Number).SingleAsync(cancellation);

    /// <summary>Reads the revision first: a change that comes between makes the next look-up build again.</summary>
    async Task<NameIndexes> BuildAsync(DateOnly day, CancellationToken cancellation)
    {
        var revision = await RevisionAsync(cancellation);
        var units = await db.UnitsOn(day).ToListAsync(cancellation);
        var gone = await db.Units.AsNoTracking().Where(u => u.Until <= day).ToListAsync(cancellation);
        var groups = await db.Groups.AsNoTracking().Where(g => g.Until == null || g.Until > day).ToListAsync(cancellation);
        var people = await db.People.AsNoTracking().ToListAsync(cancellation);
        var city = units.FirstOrDefault(u => u is { Kind: UnitKind.City, ParentId: null })?.Name ?? "";
        return new(
            revision, day,
            new NameIndex([.. units.Select(u => u.AsNamed()), .. groups.Select(g => g.AsNamed())], city, FormerNames.Of(gone, units)),
            new NameIndex([.. people.Select(p => p.AsNamed())], city: ""));
    }
}
