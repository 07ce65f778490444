using Grpc.Core;
using Suite.Indicators.Definitions;
using Suite.Indicators.Entities;
using Suite.Indicators.Formulas;
using Suite.Indicators.Quantities;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Definition = Suite.Indicators.V1.Definition;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to definitions and entities.</summary>
public sealed class DefinitionApi(DefinitionBook book, EntityBook entities, CityCalendar calendar, CommandRunner<IndicatorsDbContext> commands)
    : DefinitionService.DefinitionServiceBase
{
    const int LongestSearch = 100;

    public override async Task<ListDefinitionsResponse> ListDefinitions(ListDefinitionsRequest request, ServerCallContext context)
    {
        if (request.Q.Length > LongestSearch) throw Problems.InvalidField("q", $"must be at most {LongestSearch} characters.");
        var (day, size) = (calendar.DayIn(request.AsOf, "as_of"), PageToken.Size(request.PageSize));
        var found = await book.ListAsync(day, request.Q, PageToken.Read<string>(request, request.PageToken), size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, d => d.Id);
        return new() { Definitions = { page.Select(d => DefinitionMessages.Of(d, d.Version)) }, NextPageToken = next };
    }

    public override async Task<Definition> GetDefinition(GetDefinitionRequest request, ServerCallContext context)
    {
        var day = calendar.DayIn(request.AsOf, "as_of");
        var id = IdOf(request.Name);
        var latest = await book.VersionsAsync(id, null, 1, context.CancellationToken);
        var found = latest is [var only] && only.Since <= day ? only : await book.FindAsync(id, day, context.CancellationToken);
        return found is null ? throw Problems.NotFound("definition", request.Name) : DefinitionMessages.Of(found, latest[0].Version);
    }

    public override async Task<ListDefinitionVersionsResponse> ListDefinitionVersions(ListDefinitionVersionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var before = PageToken.Read<Place>(request, request.PageToken);
        var found = await book.VersionsAsync(IdOf(request.Name), before?.Version, size + 1, context.CancellationToken);
        if (found.Count == 0) throw Problems.NotFound("definition", request.Name);
        var (page, next) = PageToken.Cut(request, found, size, d => new Place(d.Version, before?.Latest ?? found[0].Version));
        return new() { Definitions = { page.Select(d => DefinitionMessages.Of(d, before?.Latest ?? found[0].Version)) }, NextPageToken = next };
    }

    public override Task<Definition> CreateDefinition(CreateDefinitionRequest request, ServerCallContext context)
    {
        var definition = DefinitionInputs.Created(request.Definition ?? throw Problems.InvalidField("definition", "must be given."), request.DefinitionId);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var created = await book.CreateAsync(definition, context.CancellationToken);
            commands.Audit(context, nameof(CreateDefinition), DefinitionBook.Prefix + created.Id, new { created.Name, created.Unit, created.Formula });
            return DefinitionMessages.Of(created, created.Version);
        });
    }

    public override Task<Definition> UpdateDefinition(UpdateDefinitionRequest request, ServerCallContext context)
    {
        var message = request.Definition ?? throw Problems.InvalidField("definition", "must be given.");
        var id = ResourceNames.IdIn(DefinitionBook.Prefix, message.Name, "definition.name");
        var change = DefinitionInputs.Change(message, [.. request.UpdateMask?.Paths ?? []]);
        var day = calendar.DayIn(request.EffectiveDate, "effective_date");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var (before, after) = await book.ChangeAsync(id, message.Etag, day, change, context.CancellationToken);
            commands.Audit(context, nameof(UpdateDefinition), message.Name, new { from = day, version = after.Version, changed = request.UpdateMask?.Paths, before.Formula });
            return DefinitionMessages.Of(after, after.Version);
        });
    }

    public override async Task<CheckFormulaResponse> CheckFormula(CheckFormulaRequest request, ServerCallContext context)
    {
        var unit = UnitReader.Read(request.Unit) ?? throw Problems.InvalidField("unit", "must be a unit such as 亿元, 元/人 or %; empty where it does not matter.");
        try
        {
            var formula = FormulaReader.Read(request.Formula);
            var definitions = await book.OnAsync(calendar.Today, formula.References, context.CancellationToken);
            var counted = FormulaUnits.Of(formula, id => definitions.GetValueOrDefault(id)?.Measure.Dimension);
            if (request.Unit.Length > 0 && !counted.Equals(unit.Dimension)) throw new FormulaException(formula.Position, $"the formula counts {counted}, not {unit.Dimension}");
            return new() { Valid = true, Dimension = counted.ToString(), References = { formula.References.Order(StringComparer.Ordinal).Select(id => DefinitionBook.Prefix + id) } };
        }
        catch (FormulaException error)
        {
            return new() { Position = error.Position, Expected = error.Expected };
        }
    }

    public override async Task<ListEntitiesResponse> ListEntities(ListEntitiesRequest request, ServerCallContext context)
    {
        var kind = request.Kind == V1.EntityKind.Unspecified ? (Entities.EntityKind?)null : (Entities.EntityKind)Enums.Given(request.Kind, "kind");
        var parent = request.Parent.Length == 0 ? null : ResourceNames.IdIn(ResourceNames.Entities, request.Parent, "parent");
        var size = PageToken.Size(request.PageSize);
        var found = await entities.ListAsync(kind, parent, PageToken.Read<string>(request, request.PageToken), size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, e => e.Id);
        return new() { Entities = { page.Select(DefinitionMessages.Of) }, NextPageToken = next };
    }

    static string IdOf(string name) =>
        name.StartsWith(DefinitionBook.Prefix, StringComparison.Ordinal) && ResourceNames.IsId(name[DefinitionBook.Prefix.Length..])
            ? name[DefinitionBook.Prefix.Length..]
            : throw Problems.NotFound("definition", name);

    /// <summary>Place in the list of versions.</summary>
    sealed record Place(int Version, int Latest);
}
