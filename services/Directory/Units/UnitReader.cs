using Microsoft.EntityFrameworkCore;
using Suite.Directory.Storage;

namespace Suite.Directory.Units;

/// <summary>Reads units in order of their identifiers.</summary>
public sealed class UnitReader(DirectoryDbContext db)
{
    /// <param name="kind">Only units of this kind; null for all.</param>
    /// <param name="after">Identifier of the last unit shown; null for the first page.</param>
    /// <returns>Up to <paramref name="limit"/> units, from one query on an index.</returns>
    public async Task<IReadOnlyList<Unit>> ListAsync(UnitKind? kind, string? after, int limit, CancellationToken cancellation)
    {
        var units = db.Units.AsNoTracking();
        if (kind is { } one) units = units.Where(u => u.Kind == one);
        if (after is not null) units = units.Where(u => string.Compare(u.Id, after) > 0);
        return await units.OrderBy(u => u.Id).Take(limit).ToListAsync(cancellation);
    }

    public Task<Unit?> FindAsync(string id, CancellationToken cancellation) =>
        db.Units.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellation);
}
