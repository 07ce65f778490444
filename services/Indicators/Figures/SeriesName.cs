using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Figures;

/// <summary>A series with what is known of it.</summary>
/// <param name="Definition">As of the day asked for; null for an indicator of a task.</param>
/// <param name="Entity">Null for an indicator of a task.</param>
public sealed record KnownSeries(string Name, int Measure, Definition? Definition, Entity? Entity)
{
    /// <summary>0 for an indicator of a task.</summary>
    public int EntityNumber => Entity?.Number ?? 0;
}

/// <summary>definitions/{definition}/series/{entity} and indicators/{indicator}: finds what they stand for, and writes them.</summary>
public sealed class SeriesNames(IndicatorsDbContext db)
{
    const string Middle = "/series/";

    public static string Of(string definition, string entity) => $"{DefinitionBook.Prefix}{definition}{Middle}{entity}";

    /// <summary>The ids in a name; null where it is not of that shape.</summary>
    public static (string Definition, string Entity)? Read(string name) =>
        name.Split('/') is ["definitions", var definition, "series", var entity] && ResourceNames.IsId(definition) && ResourceNames.IsId(entity) ? (definition, entity) : null;

    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<KnownSeries> FindAsync(string name, DateOnly day, CancellationToken cancellation)
    {
        if (ResourceNames.IndicatorId(name) is not null)
            return new(name, await NumberAsync(name, cancellation) ?? throw Problems.NotFound("series", name), null, null);
        if (Read(name) is not var (id, entityId)) throw Problems.NotFound("series", name);
        var found = await (
            from key in db.MeasureKeys.AsNoTracking()
            from entity in db.Entities
            where key.Name == DefinitionBook.Prefix + id && entity.Id == entityId
            select new
            {
                key.Number, Entity = entity,
                Definition = db.Definitions.Where(d => d.Id == id && d.Since <= day).OrderByDescending(d => d.Version).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellation);
        return found?.Definition is { } definition ? new(name, found.Number, definition, found.Entity) : throw Problems.NotFound("series", name);
    }

    /// <summary>Names of the series that figures belong to.</summary>
    public async Task<Func<Cell, string>> NamesOfAsync(IReadOnlyCollection<Figure> figures, CancellationToken cancellation)
    {
        var (measures, entities) = (figures.Select(f => f.Cell.Measure).Distinct().ToList(), figures.Select(f => f.Cell.Entity).Distinct().ToList());
        var measure = await db.MeasureKeys.AsNoTracking().Where(k => measures.Contains(k.Number)).ToDictionaryAsync(k => k.Number, k => k.Name, cancellation);
        var entity = await db.Entities.AsNoTracking().Where(e => entities.Contains(e.Number)).ToDictionaryAsync(e => e.Number, e => e.Id, cancellation);
        return cell => cell.Entity == 0 ? measure[cell.Measure] : $"{measure[cell.Measure]}{Middle}{entity[cell.Entity]}";
    }

    /// <summary>The short number of an indicator; null where there is none of that name.</summary>
    public async Task<int?> NumberAsync(string measure, CancellationToken cancellation) =>
        await db.MeasureKeys.AsNoTracking().Where(k => k.Name == measure).Select(k => (int?)k.Number).SingleOrDefaultAsync(cancellation);
}
