using Grpc.Core;
using Grpc.Core.Interceptors;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>An interceptor registered with the server stands around all four shapes of call.</summary>
public sealed class ServerInterceptorTests : IAsyncLifetime
{
    readonly EchoServer server = new(options => options.Interceptors.Add<Recorder>());

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Calls_OfAllShapes_PassTheInterceptor()
    {
        using var channel = server.Channel();
        var client = new Echo.EchoClient(channel);

        await client.SayAsync(new SayRequest(), cancellationToken: Token);
        using var collect = client.Collect(cancellationToken: Token);
        await collect.RequestStream.CompleteAsync();
        await collect;
        using var repeat = client.Repeat(new SayRequest(), cancellationToken: Token);
        (await repeat.ResponseStream.MoveNext(Token)).ShouldBeFalse();
        using var converse = client.Converse(cancellationToken: Token);
        await converse.RequestStream.CompleteAsync();
        (await converse.ResponseStream.MoveNext(Token)).ShouldBeFalse();

        server.Log.Intercepted.ShouldBe(["Say", "Collect", "Repeat", "Converse"]);
    }

    [Fact]
    public async Task Interceptor_ThatRefuses_DecidesTheStatus()
    {
        using var channel = server.Channel();
        var error = await Should.ThrowAsync<RpcException>(async () => await new Echo.EchoClient(channel)
            .SayAsync(new SayRequest(), new Metadata { { "refuse", "me" } }, cancellationToken: Token));
        error.StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    sealed class Recorder(CallLog log) : Interceptor
    {
        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
            TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return context.RequestHeaders.Get("refuse") is null
                ? continuation(request, context)
                : throw new RpcException(new Status(StatusCode.PermissionDenied, "refused"));
        }

        public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            ServerCallContext context,
            ClientStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return base.ClientStreamingServerHandler(requestStream, context, continuation);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(
            TRequest request,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return base.ServerStreamingServerHandler(request, responseStream, context, continuation);
        }

        public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
            IAsyncStreamReader<TRequest> requestStream,
            IServerStreamWriter<TResponse> responseStream,
            ServerCallContext context,
            DuplexStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Note(context);
            return base.DuplexStreamingServerHandler(requestStream, responseStream, context, continuation);
        }

        void Note(ServerCallContext context) => log.Intercepted.Enqueue(context.Method["/suite.standins.v1.Echo/".Length..]);
    }
}
