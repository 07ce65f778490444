using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;

namespace Suite.Directory.Units;

/// <summary>Which units of a day to list.</summary>
/// <param name="Kind">Only units of this kind; null for all.</param>
/// <param name="ParentId">Only units directly below this one; null for all.</param>
public sealed record UnitFilter(DateOnly Day, UnitKind? Kind = null, string? ParentId = null);

/// <summary>Reads units as they are or were on a day.</summary>
public sealed class UnitReader(DirectoryDbContext db)
{
    /// <param name="after">Identifier of the last unit shown; null for the first page.</param>
    /// <returns>Up to <paramref name="limit"/> units in order of their identifiers, from one query on an index.</returns>
    public async Task<IReadOnlyList<Unit>> ListAsync(UnitFilter filter, string? after, int limit, CancellationToken cancellation) =>
        await db.PageOn(filter.Day, units => Through(filter, after, units), limit).ToListAsync(cancellation);

    /// <summary>The unit on that day, or null.</summary>
    public Task<Unit?> FindAsync(string id, DateOnly day, CancellationToken cancellation) =>
        db.UnitsOn(day).SingleOrDefaultAsync(u => u.Id == id, cancellation);

    /// <summary>The unit's facts of that day, or where it has none, the nearest.</summary>
    public async Task<Unit?> NearestAsync(string id, DateOnly day, CancellationToken cancellation)
    {
        var all = await db.AllUnits().Where(u => u.Id == id).ToListAsync(cancellation);
        return all.Find(u => u.IsOn(day)) ?? all.OrderBy(u => u.Since ?? DateOnly.MinValue).LastOrDefault(u => !(u.Since > day)) ?? all.MinBy(u => u.Since);
    }

    /// <summary>The unit's facts, the latest first.</summary>
    /// <param name="before">First day of the facts shown last; null for the first page.</param>
    public async Task<IReadOnlyList<Unit>> VersionsAsync(string id, DateOnly? before, int limit, CancellationToken cancellation)
    {
        var all = db.AllUnits().Where(u => u.Id == id);
        if (before is not null) all = all.Where(u => u.Since == null || u.Since < before);
        return await all.OrderByDescending(u => u.Since ?? DateOnly.MinValue).Take(limit).ToListAsync(cancellation);
    }

    static IQueryable<Unit> Through(UnitFilter filter, string? after, IQueryable<Unit> units)
    {
        if (filter.Kind is { } kind) units = units.Where(u => u.Kind == kind);
        if (filter.ParentId is { } parent) units = units.Where(u => u.ParentId == parent);
        return after is null ? units : units.Where(u => string.Compare(u.Id, after) > 0);
    }
}
