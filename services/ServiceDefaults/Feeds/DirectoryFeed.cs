using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Clients;
using Suite.ServiceDefaults.Storage;

namespace Suite.ServiceDefaults.Feeds;

/// <summary>Follows directory's change feed in the service's own name. What is kept of it is told by who derives from this.</summary>
/// <typeparam name="TDb">The context whose database holds the copy.</typeparam>
public abstract class DirectoryFeed<TDb>(
    ChangeService.ChangeServiceClient changes, ServiceIdentity identity, IServiceScopeFactory scopes, FeedFreshness freshness, TimeProvider clock, ILogger logger)
    : FeedFollower<TDb, Change>(scopes, freshness, clock, logger)
    where TDb : SuiteDbContext
{
    /// <summary>The resource of a change that can be about anything.</summary>
    protected const string Everything = "directory";

    const int PageSize = 1000;

    /// <summary>The directory answers every 15 seconds; a stream that says nothing for so long is dead.</summary>
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(45);

    protected override string Feed => Everything;

    protected override void Refused() => identity.Forget();

    /// <summary>What of a batch, or besides, has an effect on the copy. Asked also when nothing was told.</summary>
    protected abstract IReadOnlyList<Change> Of(IReadOnlyList<Change> told);

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
            yield return new(Of(told.Changes), told.ResumeToken);
        }
    }
}
