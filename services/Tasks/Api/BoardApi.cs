using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Feeds;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.Tasks.Cases;
using Suite.Tasks.Finding;
using Suite.Tasks.Naming;
using Suite.Tasks.V1;
using BoardCell = Suite.Tasks.Finding.BoardCell;
using Light = Suite.Tasks.Progress.Light;
using TaskState = Suite.Tasks.Plans.TaskState;

namespace Suite.Tasks.Api;

sealed class BoardApi(CaseViewerBook viewers, BoardQuery board, TaskChangeFeed feed, TimeProvider clock) : BoardService.BoardServiceBase
{
    public override async Task<Board> GetBoard(GetBoardRequest request, ServerCallContext context)
    {
        var plan = ResourceNames.ReadPlan(request.Name);
        var quarter = request.Quarter == 0 ? (int?)null : Inputs.Quarter(request.Quarter, "quarter");
        var seen = await board.GetAsync(plan, quarter, await ViewerAsync(plan, context), context.CancellationToken);
        return new()
        {
            Plan = request.Name, Quarter = seen.Quarter, DueQuarters = { seen.Due }, Total = ToMessage(seen.Tally.Total(seen.Quarter), ""),
            Units = { Named(seen.Tally.Units(seen.Quarter), seen.Units, ResourceNames.Unit) },
            Leaders = { Named(seen.Tally.Leaders(seen.Quarter), seen.Leaders, ResourceNames.Person) },
            Sections = { seen.Tally.Sections(seen.Quarter).Select(c => ToMessage(c, c.Key)) },
            Quarters = { seen.Tally.Quarters().Select(c => ToMessage(c, c.Key)) }, Time = clock.GetUtcNow().ToTimestamp(),
        };
    }

    public override async Task<ListTaskChangesResponse> ListTaskChanges(ListTaskChangesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = TaskChangeFeed.Read(request.ResumeToken);
        var heldBack = await feed.HeldBackAsync(context.CancellationToken);
        var found = await feed.AfterAsync(after, Access.Of(context).Everything, size + 1, context.CancellationToken);
        var page = found.Take(size).ToList();
        return new() { Changes = { page.Select(ToMessage) }, ResumeToken = TaskChangeFeed.Token(Last(page, after)), More = found.Count > size, HeldBack = heldBack };
    }

    public override Task WatchTasks(WatchTasksRequest request, IServerStreamWriter<WatchTasksResponse> responseStream, ServerCallContext context)
    {
        var (cancellation, everything) = (context.CancellationToken, Access.Of(context).Everything);
        return FeedServer.ServeAsync(TaskChangeFeed.Read(request.ResumeToken),
            after => feed.AfterAsync(after, everything, FeedServer.MostAtOnce, cancellation), fed => new FeedPlace(fed.Tx, fed.Sequence),
            (found, after) => responseStream.WriteAsync(new() { Changes = { found.Select(ToMessage) }, ResumeToken = TaskChangeFeed.Token(after) }, cancellation),
            clock, cancellation);
    }

    Task<CaseViewer> ViewerAsync(string plan, ServerCallContext context) => viewers.OfAsync(Access.Of(context), plan, context.CancellationToken);

    static FeedPlace Last(IReadOnlyList<FedEvent> events, FeedPlace otherwise) => events.Count > 0 ? new(events[^1].Tx, events[^1].Sequence) : otherwise;

    static TaskChange ToMessage(FedEvent fed) => new()
    {
        Id = fed.Id.ToString(), Event = fed.Type[(fed.Type.LastIndexOf('.') + 1)..], Payload = fed.Payload, Time = fed.OccurredAt.ToTimestamp(),
    };

    static IEnumerable<V1.BoardCell> Named(IEnumerable<BoardCell> cells, IReadOnlyDictionary<string, string> names, Func<string, string> resource) =>
        cells.Select(c => (Cell: c, Name: names.GetValueOrDefault(c.Key, c.Key))).OrderBy(c => c.Name, StringComparer.Ordinal).Select(c =>
        {
            var message = ToMessage(c.Cell, c.Name);
            message.Key = resource(c.Cell.Key);
            return message;
        });

    static V1.BoardCell ToMessage(BoardCell cell, string name) => new()
    {
        Key = cell.Key, DisplayName = name, Tasks = cell.Tasks, Issued = Count(cell.States, TaskState.Issued), InProgress = Count(cell.States, TaskState.InProgress),
        Closed = Count(cell.States, TaskState.Closed), CarriedOver = Count(cell.States, TaskState.CarriedOver), Unlit = cell.Tasks - cell.Lights.Values.Sum(),
        Green = Count(cell.Lights, Light.Green), Yellow = Count(cell.Lights, Light.Yellow), Red = Count(cell.Lights, Light.Red),
        Blue = Count(cell.Lights, Light.Blue), Reported = cell.Reported, Accepted = cell.Accepted, Overdue = cell.Overdue,
    };

    static int Count<TKey>(IReadOnlyDictionary<TKey, int> counts, TKey key)
        where TKey : struct, System.Enum => counts.GetValueOrDefault(key);
}
