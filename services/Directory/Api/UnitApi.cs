using Grpc.Core;
using Suite.Directory.Naming;
using Suite.Directory.Storage;
using Suite.Directory.Units;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Unit = Suite.Directory.Units.Unit;
using UnitKind = Suite.Directory.Units.UnitKind;

namespace Suite.Directory.Api;

public sealed class UnitApi(UnitReader units, NameCatalog names, AliasLearning aliases, CommandRunner<DirectoryDbContext> commands)
    : UnitService.UnitServiceBase
{
    const int MostNames = 2000;
    const int LongestName = 200;

    public override async Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var (page, next) = PageToken.Cut(
            request, await units.ListAsync(KindIn(request), after, size + 1, context.CancellationToken), size, (Unit unit) => unit.Id);
        return new() { Units = { page.Select(Wire.Of) }, NextPageToken = next };
    }

    public override async Task<V1.Unit> GetUnit(GetUnitRequest request, ServerCallContext context)
    {
        var id = ResourceNames.IdIn(ResourceNames.Units, request.Name, "name");
        var unit = await units.FindAsync(id, context.CancellationToken);
        return unit is null ? throw Problems.NotFound("unit", request.Name) : Wire.Of(unit);
    }

    public override async Task<ResolveUnitsResponse> ResolveUnits(ResolveUnitsRequest request, ServerCallContext context)
    {
        Check(request.Names, "names");
        Check(request.People, "people");
        var index = await names.CurrentAsync(context.CancellationToken);
        return new()
        {
            Resolutions = { request.Names.Select(n => Wire.Of(index.Bodies.Resolve(n))) },
            People = { request.People.Select(n => Wire.Of(index.People.Resolve(n))) },
        };
    }

    public override Task<LearnAliasResponse> LearnAlias(LearnAliasRequest request, ServerCallContext context)
    {
        var alias = request.Alias.Trim();
        if (alias.Length > LongestName || NormalForms.Compact(alias).Length == 0)
            throw Problems.InvalidField("alias", $"must be 1 to {LongestName} characters, not all of them blank.");
        if (request.Source.Length > LongestName) throw Problems.InvalidField("source", $"must be at most {LongestName} characters.");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var (named, isNew) = await aliases.LearnAsync(request.Resource, alias, context.CancellationToken);
            if (isNew) commands.Audit(context, nameof(LearnAlias), request.Resource, new { alias, source = request.Source });
            return new LearnAliasResponse { Resource = named.Resource, DisplayName = named.DisplayName, Aliases = { named.Aliases }, Learned = isNew };
        });
    }

    static UnitKind? KindIn(ListUnitsRequest request) => request.Kind switch
    {
        V1.UnitKind.Unspecified => null,
        var kind when Enum.IsDefined(kind) => (UnitKind)kind,
        _ => throw Problems.InvalidField("kind", "must be a value of UnitKind."),
    };

    static void Check(IReadOnlyList<string> asked, string field)
    {
        if (asked.Count > MostNames) throw Problems.InvalidField(field, $"may hold at most {MostNames} names; {asked.Count} were given.");
        var violations = asked.Index().Where(n => n.Item.Length > LongestName)
            .Select(n => new FieldViolation($"{field}[{n.Index}]", $"must be at most {LongestName} characters.")).ToList();
        if (violations.Count > 0) throw Problems.InvalidFields(violations);
    }
}
