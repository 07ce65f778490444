using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Suite.Directory.Storage;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.Directory.Naming;

/// <param name="Named">As it is now.</param>
/// <param name="IsNew">False where it had the name already.</param>
public sealed record LearnedAlias(Named Named, bool IsNew);

/// <summary>Keeps names as written for what somebody confirmed them to mean. A name never comes to stand for two things by this.</summary>
public sealed class AliasLearning(DirectoryDbContext db, NameCatalog names, CityCalendar calendar)
{
    public const int MostAliases = 100;

    /// <summary>Adds to the current transaction.</summary>
    /// <param name="resource">units/{unit}, groups/{group} or people/{person}</param>
    /// <exception cref="ProblemException">INVALID_FIELD, NOT_FOUND or ALREADY_EXISTS.</exception>
    public async Task<LearnedAlias> LearnAsync(string resource, string alias, CancellationToken cancellation)
    {
        await db.LockRevisionAsync(cancellation);
        var (entry, named) = await FindAsync(resource, cancellation) ?? throw Problems.NotFound("resource", resource);
        var index = await names.OnAsync(calendar.Today, cancellation);
        var bearers = (entry.Entity is People.Person ? index.People : index.Bodies).BearersOf(alias).ToList();
        if (bearers.Find(b => b.Resource != resource) is { } other) throw TakenBy(other, alias);
        if (bearers.Count > 0) return new(named, IsNew: false);
        if (named.Aliases.Count >= MostAliases) throw Problems.InvalidField("alias", $"would be one more than the {MostAliases} aliases '{resource}' may have.");
        named = named with { Aliases = [.. named.Aliases, alias] };
        entry.Property(nameof(Named.Aliases)).CurrentValue = named.Aliases.ToArray();
        if (entry.Entity is Units.Unit unit) await KeepAsync(entry, unit, alias, cancellation);
        await db.RaiseRevisionAsync(resource, "LearnAlias", cancellation);
        return new(named, IsNew: true);
    }

    async Task<(EntityEntry Entry, Named Named)?> FindAsync(string resource, CancellationToken cancellation)
    {
        switch (resource.Split('/')[0])
        {
            case ResourceNames.Units:
                return await db.Units.FindAsync([IdIn(ResourceNames.Units)], cancellation) is { } unit ? (db.Entry(unit), unit.AsNamed()) : null;
            case ResourceNames.Groups:
                return await db.Groups.FindAsync([IdIn(ResourceNames.Groups)], cancellation) is { } group ? (db.Entry(group), group.AsNamed()) : null;
            case ResourceNames.People:
                return await db.People.FindAsync([IdIn(ResourceNames.People)], cancellation) is { } person ? (db.Entry(person), person.AsNamed()) : null;
            default:
                throw Problems.InvalidField("resource", "must be units/{unit}, groups/{group} or people/{person}.");
        }

        string IdIn(string collection) => ResourceNames.IdIn(collection, resource, "resource");
    }

    /// <summary>Where a change of the unit lies ahead, the facts of today learn the name too.</summary>
    async Task KeepAsync(EntityEntry entry, Units.Unit unit, string alias, CancellationToken cancellation)
    {
        entry.Property(nameof(Units.Unit.Version)).CurrentValue = unit.Version + 1;
        foreach (var past in await db.UnitPasts.Where(p => p.UnitId == unit.Id && p.Until > calendar.Today).ToListAsync(cancellation))
            db.Entry(past).Property(p => p.Aliases).CurrentValue = [.. past.Aliases, alias];
    }

    static ProblemException TakenBy(Named other, string alias) =>
        new(new Problem(Reason.AlreadyExists, $"'{alias}' is a name of {other.DisplayName} ({other.Resource}) already; it cannot stand for something else too.")
        {
            Resource = new("name", other.Resource),
        });
}
