using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Entities;

/// <summary>A unit or region as somebody else keeps it.</summary>
/// <param name="Id">The unit's id; region-… for a region.</param>
public sealed record EntityFact(string Id, string Name, EntityKind Kind, string? ParentId, IReadOnlyList<string> Aliases);

/// <summary>The entities as they are known here.</summary>
public sealed class EntityBook(IndicatorsDbContext db)
{
    public Task<List<Entity>> ListAsync(EntityKind? kind, string? parent, string? after, int limit, CancellationToken cancellation)
    {
        var found = db.Entities.AsNoTracking();
        if (kind is not null) found = found.Where(e => e.Kind == kind);
        if (parent is not null) found = found.Where(e => e.ParentId == parent);
        if (after is not null) found = found.Where(e => string.Compare(e.Id, after) > 0);
        return found.OrderBy(e => e.Id).Take(limit).ToListAsync(cancellation);
    }

    /// <summary>Takes over what is told; entities that are not told stay, since they have figures.</summary>
    /// <returns>How many were new or changed.</returns>
    public async Task<int> KeepAsync(IReadOnlyCollection<EntityFact> facts, CancellationToken cancellation)
    {
        var ids = facts.Select(f => f.Id).ToList();
        var known = await db.Entities.Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, cancellation);
        foreach (var fact in facts)
        {
            if (!known.TryGetValue(fact.Id, out var entity)) db.Add(entity = known[fact.Id] = new() { Id = fact.Id, Name = fact.Name, Kind = fact.Kind });
            (entity.Name, entity.Kind, entity.ParentId) = (fact.Name, fact.Kind, fact.ParentId);
            if (!entity.Aliases.SequenceEqual(fact.Aliases)) entity.Aliases = [.. fact.Aliases];
        }

        return db.ChangeTracker.Entries<Entity>().Count(e => e.State is EntityState.Added or EntityState.Modified);
    }
}
