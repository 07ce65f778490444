using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Entities;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Queries;

/// <summary>The entities a question is about.</summary>
public sealed class EntityChoice(IndicatorsDbContext db)
{
    const int Most = 200;

    /// <summary>Who competes: towns, subdistricts and parks.</summary>
    public static readonly IReadOnlyList<EntityKind> Competing = [EntityKind.Town, EntityKind.Subdistrict, EntityKind.Park];

    /// <param name="names">entities/{entity}; none for all of some kinds.</param>
    /// <returns>In order of their ids.</returns>
    /// <exception cref="ProblemException">INVALID_FIELD or NOT_FOUND.</exception>
    public async Task<IReadOnlyList<Entity>> OfAsync(IReadOnlyCollection<string> names, IReadOnlyCollection<EntityKind> kinds, CancellationToken cancellation)
    {
        if (names.Count > Most) throw Problems.InvalidField("entities", $"must be at most {Most}.");
        var ids = names.Select(n => ResourceNames.IdIn(ResourceNames.Entities, n, "entities")).Distinct().ToList();
        var wanted = kinds.Count > 0 ? kinds : Competing;
        var found = await db.Entities.AsNoTracking().Where(e => ids.Count > 0 ? ids.Contains(e.Id) : wanted.Contains(e.Kind)).ToListAsync(cancellation);
        if (ids.Except(found.Select(e => e.Id)).FirstOrDefault() is { } unknown) throw Problems.NotFound("entity", ResourceNames.Entities + unknown);
        return [.. found.OrderBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>All there are.</summary>
    public Task<List<Entity>> AllAsync(CancellationToken cancellation) => db.Entities.AsNoTracking().ToListAsync(cancellation);
}
