using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Directory.Changes;
using Suite.Directory.V1;
using Suite.ServiceDefaults.Feeds;
using Suite.ServiceDefaults.Paging;

namespace Suite.Directory.Api;

public sealed class ChangeApi(ChangeFeed feed, TimeProvider clock) : ChangeService.ChangeServiceBase
{
    public override async Task<ListChangesResponse> ListChanges(ListChangesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = await feed.StartAsync(request.ResumeToken, context.CancellationToken);
        var found = await feed.AfterAsync(after, size + 1, context.CancellationToken);
        var page = found.Take(size).ToList();
        return new() { Changes = { page.Select(Of) }, ResumeToken = ChangeFeed.Token(Last(page, after)), More = found.Count > size };
    }

    public override async Task WatchDirectory(
        WatchDirectoryRequest request, IServerStreamWriter<WatchDirectoryResponse> responseStream, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        await FeedServer.ServeAsync(await feed.StartAsync(request.ResumeToken, cancellation),
            after => feed.AfterAsync(after, FeedServer.MostAtOnce, cancellation), change => change.Revision,
            (found, after) => responseStream.WriteAsync(new() { Changes = { found.Select(Of) }, ResumeToken = ChangeFeed.Token(after) }, cancellation), clock, cancellation);
    }

    static long Last(IReadOnlyList<DirectoryChange> changes, long otherwise) => changes.Count > 0 ? changes[^1].Revision : otherwise;

    static Change Of(DirectoryChange change) => new() { Resource = change.Resource, Action = change.Action, Time = change.Time.ToTimestamp() };
}
