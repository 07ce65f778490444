using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Formulas;
using Suite.Indicators.Periods;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Queries;

/// <summary>What is asked for.</summary>
/// <param name="KnownOn">Only what was known then; null for now.</param>
public sealed record BlockRequest(IReadOnlyList<string> Definitions, IReadOnlyList<Entity> Entities, Period From, Period To, DateTimeOffset? KnownOn)
{
    /// <summary>So many years before the first period are read too.</summary>
    public int YearsBefore { get; init; } = 1;
}

/// <summary>Reads blocks of figures: four queries, however large.</summary>
public sealed class BlockReader(IndicatorsDbContext db, DefinitionBook book, FigureStore store, CityCalendar calendar)
{
    const int MostCells = 2_000_000;

    /// <exception cref="ProblemException">NOT_FOUND for an indicator, INVALID_FIELD for too much.</exception>
    public async Task<(FigureBlock Block, IReadOnlyDictionary<string, Definition> Definitions)> ReadAsync(BlockRequest request, CancellationToken cancellation)
    {
        var definitions = await ClosureAsync(request.Definitions, cancellation);
        var entities = await WithParentsAsync(request.Entities, definitions, cancellation);
        var years = request.YearsBefore + (definitions.Values.Any(d => d.IsComputed) ? 1 : 0);
        var from = Period.Of(request.From.Type, request.From.Year - years, 1);
        if ((long)definitions.Count * entities.Count * (request.To.Year - from.Year + 1) * Period.PerYear(from.Type) > MostCells)
            throw Problems.InvalidField("to", $"asks for more than {MostCells} figures; ask for fewer indicators, entities or periods.");
        var names = definitions.Keys.Select(id => DefinitionBook.Prefix + id).ToList();
        var keys = await db.MeasureKeys.AsNoTracking().Where(k => names.Contains(k.Name)).ToDictionaryAsync(k => k.Number, k => k.Name[DefinitionBook.Prefix.Length..], cancellation);
        var found = await store.LatestAsync([.. keys.Keys], [.. entities.Select(e => e.Number)], from, request.To, request.KnownOn, cancellation);
        var ids = entities.ToDictionary(e => e.Number, e => e.Id);
        return (new(definitions, found.Select(f => (keys[f.Cell.Measure], ids[f.Cell.Entity], f)), entities.ToDictionary(e => e.Id, e => e.ParentId)), definitions);
    }

    /// <summary>The figures of one series that rests on no other, and of the year before.</summary>
    public async Task<FigureBlock> OneAsync(int measure, Definition definition, Entity entity, Period from, Period to, DateTimeOffset? knownOn, CancellationToken cancellation)
    {
        var figures = await store.LatestAsync([measure], [entity.Number], Period.Of(from.Type, from.Year - 1, 1), to, knownOn, cancellation);
        return new(new Dictionary<string, Definition> { [definition.Id] = definition }, figures.Select(f => (definition.Id, entity.Id, f)), new Dictionary<string, string?> { [entity.Id] = entity.ParentId });
    }

    /// <summary>The indicators asked for and those that their formulas rest on: a query for each step from formula to formula.</summary>
    async Task<Dictionary<string, Definition>> ClosureAsync(IReadOnlyList<string> asked, CancellationToken cancellation)
    {
        var (closure, open) = (new Dictionary<string, Definition>(), asked.ToHashSet());
        while (open.Count > 0)
        {
            var found = await book.OnAsync(calendar.Today, open, cancellation);
            if (open.FirstOrDefault(id => !found.ContainsKey(id)) is { } missing) throw Problems.NotFound("definition", DefinitionBook.Prefix + missing);
            foreach (var definition in found.Values) closure[definition.Id] = definition;
            open = [.. found.Values.SelectMany(d => DefinitionLaw.References(d).Concat(d.Weight is null ? [] : [d.Weight])).Where(id => !closure.ContainsKey(id))];
        }

        return closure;
    }

    async Task<IReadOnlyList<Entity>> WithParentsAsync(IReadOnlyList<Entity> entities, Dictionary<string, Definition> definitions, CancellationToken cancellation)
    {
        if (!definitions.Values.Any(d => d.IsComputed && FormulaReader.Read(d.Formula).All().OfType<Expression.Call>().Any(c => c.Function == Function.Parent))) return entities;
        var parents = entities.Select(e => e.ParentId).OfType<string>().Except(entities.Select(e => e.Id)).ToList();
        return [.. entities, .. await db.Entities.AsNoTracking().Where(e => parents.Contains(e.Id)).ToListAsync(cancellation)];
    }
}
