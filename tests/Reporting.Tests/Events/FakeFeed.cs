using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Tasks.V1;

namespace Suite.Reporting.Tests.Events;

/// <summary>The change feed of tasks with events made up for a test, as a client of it sees it.</summary>
sealed class FakeFeed : BoardService.BoardServiceClient
{
    public List<object> Events { get; } = [];

    /// <summary>Set where the owner does not answer.</summary>
    public bool Away { get; set; }

    /// <summary>What an answer waits for.</summary>
    public System.Threading.Tasks.Task Gate { get; set; } = System.Threading.Tasks.Task.CompletedTask;

    public override AsyncUnaryCall<ListTaskChangesResponse> ListTaskChangesAsync(ListTaskChangesRequest request, CallOptions options) =>
        new(AnswerAsync(request), System.Threading.Tasks.Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    async System.Threading.Tasks.Task<ListTaskChangesResponse> AnswerAsync(ListTaskChangesRequest request)
    {
        await Gate;
        if (Away) throw new RpcException(new Status(StatusCode.Unavailable, "gone"));
        // Pages of five, so that there is more than one.
        var after = request.ResumeToken.Length == 0 ? 0 : int.Parse(request.ResumeToken, CultureInfo.InvariantCulture);
        var page = Events.Skip(after).Take(5).Select(e => new TaskChange
        {
            Event = e.GetType().Name, Payload = JsonSerializer.Serialize(e, e.GetType()), Time = Told.Spring.ToTimestamp(),
        }).ToList();
        return new()
        {
            Changes = { page }, ResumeToken = (after + page.Count).ToString(CultureInfo.InvariantCulture), More = after + page.Count < Events.Count,
        };
    }
}
