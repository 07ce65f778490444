using Grpc.Core;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>Answers what it hears, with the request's <c>x-echo</c> headers and trailers, and fails or waits when asked to.</summary>
sealed class EchoService(CallLog log) : Echo.EchoBase
{
    public override async Task<SayResponse> Say(SayRequest request, ServerCallContext context)
    {
        await context.WriteResponseHeadersAsync([.. context.RequestHeaders.GetAll("x-echo")]);
        if (request.Wait)
            await WaitAsync(context.CancellationToken);
        ThrowIfAsked(request);
        foreach (var entry in context.RequestHeaders.GetAll("x-echo-bin"))
            context.ResponseTrailers.Add(entry);
        return new SayResponse { Text = request.Text };
    }

    public override async Task<SayResponse> Collect(IAsyncStreamReader<SayRequest> requestStream, ServerCallContext context)
    {
        List<string> texts = [];
        while (await requestStream.MoveNext())
            texts.Add(requestStream.Current.Text);
        return new SayResponse { Text = string.Join(' ', texts) };
    }

    public override async Task Repeat(SayRequest request, IServerStreamWriter<SayResponse> responseStream, ServerCallContext context)
    {
        for (var i = 0; i < request.Times; i++)
            await responseStream.WriteAsync(new SayResponse { Text = request.Text }, context.CancellationToken);
        if (request.Wait)
            await WaitAsync(context.CancellationToken);
        ThrowIfAsked(request);
    }

    public override async Task Converse(
        IAsyncStreamReader<SayRequest> requestStream, IServerStreamWriter<SayResponse> responseStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync(context.CancellationToken))
            await responseStream.WriteAsync(new SayResponse { Text = request.Text });
    }

    static void ThrowIfAsked(SayRequest request)
    {
        if (request.FailWith == 0)
            return;
        Metadata trailers = new() { { "reason", "asked" }, { "reason-bin", [0, 1, 254, 255] } };
        throw new RpcException(new Status((StatusCode)request.FailWith, $"failing as asked: {request.Text}"), trailers);
    }

    async Task WaitAsync(CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.Register(log.NoteCancelled);
        await Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
