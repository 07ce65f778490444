using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Tasks.V1;

namespace Suite.Reporting.Tests.Events;

/// <summary>The change feed of tasks with events made up for a test, as a client of it sees it.</summary>
sealed class FakeFeed : BoardService.BoardServiceClient
{
    readonly List<(Guid Id, object Event, DateTimeOffset Time)> _events = [];
    int _answers;

    public int Count => _events.Count;

    /// <summary>Answers given.</summary>
    public int Answers => _answers;

    /// <summary>How many of the last events are not shown as yet.</summary>
    public int HeldBack { get; set; }

    /// <summary>Set where the owner does not answer.</summary>
    public bool Away { get; set; }

    /// <summary>What an answer waits for, by the events that were told before.</summary>
    public Func<int, System.Threading.Tasks.Task> Gate { get; set; } = _ => System.Threading.Tasks.Task.CompletedTask;

    /// <returns>The id of the message.</returns>
    public Guid Add(object message, DateTimeOffset? time = null)
    {
        _events.Add((Guid.NewGuid(), message, time ?? Told.Spring));
        return _events[^1].Id;
    }

    public override AsyncUnaryCall<ListTaskChangesResponse> ListTaskChangesAsync(ListTaskChangesRequest request, CallOptions options) =>
        new(AnswerAsync(request), System.Threading.Tasks.Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    async System.Threading.Tasks.Task<ListTaskChangesResponse> AnswerAsync(ListTaskChangesRequest request)
    {
        var after = request.ResumeToken.Length == 0 ? 0 : int.Parse(request.ResumeToken, CultureInfo.InvariantCulture);
        await Gate(after);
        if (Away) throw new RpcException(new Status(StatusCode.Unavailable, "gone"));
        var shown = _events[..^HeldBack];
        // Pages of five, so that there is more than one.
        var page = shown.Skip(after).Take(5).Select(e => new TaskChange
        {
            Id = $"{e.Id}", Event = e.Event.GetType().Name, Payload = JsonSerializer.Serialize(e.Event, e.Event.GetType()), Time = e.Time.ToTimestamp(),
        }).ToList();
        Interlocked.Increment(ref _answers);
        return new()
        {
            Changes = { page }, ResumeToken = (after + page.Count).ToString(CultureInfo.InvariantCulture), More = after + page.Count < shown.Count, HeldBack = HeldBack,
        };
    }
}
