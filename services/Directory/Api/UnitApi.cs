using Grpc.Core;
using Suite.Directory.Naming;
using Suite.Directory.Units;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Unit = Suite.Directory.Units.Unit;
using UnitKind = Suite.Directory.Units.UnitKind;

namespace Suite.Directory.Api;

public sealed class UnitApi(UnitReader units, NameCatalog names, CityCalendar calendar, UnitDesk desk) : UnitService.UnitServiceBase
{
    const int MostNames = 2000;
    const int LongestName = 200;

    public override async Task<ListUnitsResponse> ListUnits(ListUnitsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<string>(request, request.PageToken);
        var filter = new UnitFilter(calendar.DayIn(request.AsOf, "as_of"), KindIn(request),
            request.Parent.Length == 0 ? null : ResourceNames.IdIn(ResourceNames.Units, request.Parent, "parent"));
        var (page, next) = PageToken.Cut(
            request, await units.ListAsync(filter, after, size + 1, context.CancellationToken), size, (Unit unit) => unit.Id);
        return new() { Units = { page.Select(Wire.Of) }, NextPageToken = next };
    }

    public override async Task<V1.Unit> GetUnit(GetUnitRequest request, ServerCallContext context)
    {
        var id = ResourceNames.IdIn(ResourceNames.Units, request.Name, "name");
        var day = calendar.DayIn(request.AsOf, "as_of");
        var unit = request.AsOf.Length > 0
            ? await units.FindAsync(id, day, context.CancellationToken)
            : await units.NearestAsync(id, day, context.CancellationToken);
        return unit is null ? throw Problems.NotFound("unit", request.Name) : Wire.Of(unit);
    }

    public override async Task<ListUnitVersionsResponse> ListUnitVersions(ListUnitVersionsRequest request, ServerCallContext context)
    {
        var id = ResourceNames.IdIn(ResourceNames.Units, request.Name, "name");
        var size = PageToken.Size(request.PageSize);
        var before = PageToken.Read<string>(request, request.PageToken) is { } last ? calendar.DayIn(last, "page_token") : (DateOnly?)null;
        var found = await units.VersionsAsync(id, before, size + 1, context.CancellationToken);
        if (found.Count == 0 && before is null) throw Problems.NotFound("unit", request.Name);
        var (page, next) = PageToken.Cut(request, found, size, (Unit unit) => CityCalendar.Text(unit.Since));
        return new() { Units = { page.Select(Wire.Of) }, NextPageToken = next };
    }

    public override async Task<ResolveUnitsResponse> ResolveUnits(ResolveUnitsRequest request, ServerCallContext context)
    {
        Check(request.Names, "names");
        Check(request.People, "people");
        var index = await names.OnAsync(calendar.DayIn(request.AsOf, "as_of"), context.CancellationToken);
        return new()
        {
            Resolutions = { request.Names.Select(n => Wire.Of(index.Bodies.Resolve(n))) },
            People = { request.People.Select(n => Wire.Of(index.People.Resolve(n))) },
        };
    }

    public override Task<V1.Unit> CreateUnit(CreateUnitRequest request, ServerCallContext context) => desk.CreateAsync(request, context);

    public override Task<V1.Unit> UpdateUnit(UpdateUnitRequest request, ServerCallContext context) => desk.UpdateAsync(request, context);

    public override Task<V1.Unit> AbolishUnit(AbolishUnitRequest request, ServerCallContext context) => desk.AbolishAsync(request, context);

    public override Task<V1.Unit> MergeUnits(MergeUnitsRequest request, ServerCallContext context) => desk.MergeAsync(request, context);

    public override Task<SplitUnitResponse> SplitUnit(SplitUnitRequest request, ServerCallContext context) => desk.SplitAsync(request, context);

    public override Task<LearnAliasResponse> LearnAlias(LearnAliasRequest request, ServerCallContext context) => desk.LearnAsync(request, context);

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
