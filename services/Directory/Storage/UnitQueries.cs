using Microsoft.EntityFrameworkCore;
using Suite.Directory.Units;

namespace Suite.Directory.Storage;

static class UnitQueries
{
    /// <summary>Every fact of every unit, past, present and to come; not tracked.</summary>
    public static IQueryable<Unit> AllUnits(this DirectoryDbContext db) => Latest(db.Units).Concat(Past(db.UnitPasts));

    /// <summary>The units that are there on a day, each once, with the facts of that day.</summary>
    public static IQueryable<Unit> UnitsOn(this DirectoryDbContext db, DateOnly day) => db.LatestOn(day).Concat(db.PastOn(day));

    /// <summary>
    /// A page of the units of a day that a filter lets through. It is cut from each table before both are put together: only so does
    /// PostgreSQL read no more of either index than the page needs.
    /// </summary>
    public static IQueryable<Unit> PageOn(this DirectoryDbContext db, DateOnly day, Func<IQueryable<Unit>, IQueryable<Unit>> filter, int limit) =>
        filter(db.LatestOn(day)).OrderBy(u => u.Id).Take(limit)
            .Concat(filter(db.PastOn(day)).OrderBy(u => u.Id).Take(limit))
            .OrderBy(u => u.Id).Take(limit);

    static IQueryable<Unit> LatestOn(this DirectoryDbContext db, DateOnly day) =>
        Latest(db.Units.Where(u => (u.Since == null || u.Since <= day) && (u.Until == null || u.Until > day)));

    static IQueryable<Unit> PastOn(this DirectoryDbContext db, DateOnly day) =>
        Past(db.UnitPasts.Where(u => (u.Since == null || u.Since <= day) && u.Until > day));

    static IQueryable<Unit> Latest(IQueryable<Unit> units) => units.AsNoTracking().Select(u => new Unit
    {
        Id = u.Id, Name = u.Name, ShortName = u.ShortName, EnglishName = u.EnglishName, Kind = u.Kind, ParentId = u.ParentId, HostId = u.HostId,
        Aliases = u.Aliases, Since = u.Since, Until = u.Until, Successors = u.Successors, Version = u.Version,
    });

    static IQueryable<Unit> Past(IQueryable<UnitPast> pasts) => pasts.AsNoTracking().Select(u => new Unit
    {
        Id = u.UnitId, Name = u.Name, ShortName = u.ShortName, EnglishName = u.EnglishName, Kind = u.Kind, ParentId = u.ParentId, HostId = u.HostId,
        Aliases = u.Aliases, Since = u.Since, Until = u.Until, Successors = u.Successors, Version = u.Version,
    });
}
