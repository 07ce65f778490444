using Suite.Directory.V1;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Clients;
using Suite.ServiceDefaults.Feeds;

namespace Suite.Indicators.Entities;

/// <summary>Keeps the entities as the directory's units are today, by its change feed. Units that end stay: they have figures.</summary>
sealed class DirectoryFollower(
    ChangeService.ChangeServiceClient changes, UnitService.UnitServiceClient units, ServiceIdentity identity, IServiceScopeFactory scopes, FeedFreshness freshness,
    TimeProvider clock, ILogger<DirectoryFollower> logger) : DirectoryFeed<IndicatorsDbContext>(changes, identity, scopes, freshness, clock, logger)
{
    const int PageSize = 1000;

    readonly ServiceIdentity _identity = identity;

    protected override IReadOnlyList<Change> Of(IReadOnlyList<Change> told) =>
        [.. told.Where(c => c.Resource == Everything || c.Resource.StartsWith(ResourceNames.Units, StringComparison.Ordinal))];

    protected override async Task<Func<IndicatorsDbContext, CancellationToken, Task>> ReadAsync(IReadOnlyList<Change>? told, CancellationToken cancellation)
    {
        var headers = await _identity.HeadersAsync(cancellation);
        var (facts, request) = (new List<EntityFact>(), new ListUnitsRequest { PageSize = PageSize });
        do
        {
            var page = await units.ListUnitsAsync(request, headers, null, cancellation);
            facts.AddRange(page.Units.Select(Of));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return (db, c) => new EntityBook(db).KeepAsync(facts, c);
    }

    static EntityFact Of(Unit unit) => new(
        ResourceNames.Last(unit.Name), unit.DisplayName, (EntityKind)unit.Kind, unit.Parent.Length == 0 ? null : ResourceNames.Last(unit.Parent),
        [.. unit.Aliases.Append(unit.ShortName).Where(a => a.Length > 0)]);
}
