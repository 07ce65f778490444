using System.Globalization;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Tasks.V1;

namespace Suite.Reporting.Tests.Events;

/// <summary>The change feed of tasks with events made up for a test, as a client of it sees it.</summary>
sealed class FakeFeed : CallInvoker
{
    public List<object> Events { get; } = [];

    /// <summary>Set where the owner does not answer.</summary>
    public bool Away { get; set; }

    /// <summary>What an answer waits for.</summary>
    public System.Threading.Tasks.Task Gate { get; set; } = System.Threading.Tasks.Task.CompletedTask;

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        new(AnswerAsync<TResponse>((ListTaskChangesRequest)(object)request), System.Threading.Tasks.Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

    async System.Threading.Tasks.Task<TResponse> AnswerAsync<TResponse>(ListTaskChangesRequest request)
    {
        await Gate;
        if (Away) throw new RpcException(new Status(StatusCode.Unavailable, "gone"));
        // Pages of five, so that there is more than one.
        var after = request.ResumeToken.Length == 0 ? 0 : int.Parse(request.ResumeToken, CultureInfo.InvariantCulture);
        var page = Events.Skip(after).Take(5).Select(e => new TaskChange
        {
            Event = e.GetType().Name, Payload = JsonSerializer.Serialize(e, e.GetType()), Time = Told.Spring.ToTimestamp(),
        }).ToList();
        return (TResponse)(object)new ListTaskChangesResponse
        {
            Changes = { page }, ResumeToken = (after + page.Count).ToString(CultureInfo.InvariantCulture), More = after + page.Count < Events.Count,
        };
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) =>
        throw new NotSupportedException();

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

    public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

    public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();
}
