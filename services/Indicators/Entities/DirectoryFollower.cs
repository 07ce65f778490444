using System.Runtime.CompilerServices;
using Suite.Directory.V1;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Clients;
using Suite.ServiceDefaults.Feeds;

namespace Suite.Indicators.Entities;

/// <summary>Keeps the entities as the directory's units are today, by its change feed. Units that end stay: they have figures.</summary>
sealed class DirectoryFollower(
    ChangeService.ChangeServiceClient changes, UnitService.UnitServiceClient units, ServiceIdentity identity, IServiceScopeFactory scopes, FeedFreshness freshness,
    TimeProvider clock, ILogger<DirectoryFollower> logger) : FeedFollower<IndicatorsDbContext, Change>(scopes, freshness, clock, logger)
{
    const int PageSize = 1000;

    /// <summary>The directory answers every 15 seconds; a stream that says nothing for so long is dead.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(45);

    protected override string Feed => "directory";

    protected override void Refused() => identity.Forget();

    protected override async Task<string> LastTokenAsync(CancellationToken cancellation)
    {
        var request = new ListChangesRequest { PageSize = PageSize };
        for (var more = true; more;)
        {
            var page = await changes.ListChangesAsync(request, await identity.HeadersAsync(cancellation), null, cancellation);
            (request.ResumeToken, more) = (page.ResumeToken, page.More);
        }

        return request.ResumeToken;
    }

    protected override async IAsyncEnumerable<FeedBatch<Change>> WatchAsync(string token, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var watch = changes.WatchDirectory(new() { ResumeToken = token }, await identity.HeadersAsync(cancellation), null, silence.Token);
        silence.CancelAfter(LongestSilence);
        while (await watch.ResponseStream.MoveNext(silence.Token))
        {
            silence.CancelAfter(LongestSilence);
            var told = watch.ResponseStream.Current;
            yield return new([.. told.Changes.Where(c => c.Resource == Feed || c.Resource.StartsWith(ResourceNames.Units, StringComparison.Ordinal))], told.ResumeToken);
        }
    }

    protected override async Task<Func<IndicatorsDbContext, CancellationToken, Task>> ReadAsync(IReadOnlyList<Change>? told, CancellationToken cancellation)
    {
        var headers = await identity.HeadersAsync(cancellation);
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
