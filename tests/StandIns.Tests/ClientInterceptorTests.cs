using Grpc.Core;
using Grpc.Core.Interceptors;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>Interceptors in front of a client's channel.</summary>
public sealed class ClientInterceptorTests(EchoServer server) : EchoTests(server)
{
    [Fact]
    public async Task Intercept_Two_TheFirstGivenSeesTheCallFirst()
    {
        List<string> seen = [];
        var client = new Echo.EchoClient(Channel.Intercept(new Recorder("first", seen), new Recorder("second", seen)));
        await client.SayAsync(new SayRequest(), cancellationToken: Token);
        seen.ShouldBe(["first before Say at ", "second before Say at ", "second after", "first after"]);
    }

    [Fact]
    public async Task Intercept_OnlyUnaryOverridden_LetsTheOtherShapesThrough()
    {
        var client = new Echo.EchoClient(Channel.Intercept(new Recorder("only", [])));
        client.Say(new SayRequest { Text = "blocking" }, cancellationToken: Token).Text.ShouldBe("blocking");
        using var collect = client.Collect(cancellationToken: Token);
        await collect.RequestStream.WriteAsync(new SayRequest { Text = "collected" }, Token);
        await collect.RequestStream.CompleteAsync();
        (await collect.ResponseAsync).Text.ShouldBe("collected");
        using var repeat = client.Repeat(new SayRequest { Times = 1 }, cancellationToken: Token);
        (await repeat.ResponseStream.MoveNext(Token)).ShouldBeTrue();
        using var converse = client.Converse(cancellationToken: Token);
        await converse.RequestStream.CompleteAsync();
        (await converse.ResponseStream.MoveNext(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Intercept_HeadersFunction_AddsToACopyOfTheCallersHeaders()
    {
        Metadata own = new() { { "x-echo", "own" } };
        var client = new Echo.EchoClient(Channel.Intercept(headers =>
        {
            headers.Add("x-echo", "added");
            return headers;
        }));
        using var call = client.SayAsync(new SayRequest(), own, cancellationToken: Token);
        (await call.ResponseHeadersAsync).GetValue("x-echo").ShouldBe("own, added");
        own.Count.ShouldBe(1);
    }

    [Fact]
    public async Task WithHost_OtherName_IsTheHostOfItsCalls()
    {
        List<string> seen = [];
        var client = new Echo.EchoClient(Channel.Intercept(new Recorder("a", seen)));
        await client.WithHost("tasks.example").SayAsync(new SayRequest(), cancellationToken: Token);
        seen.ShouldContain("a before Say at tasks.example");
    }

    sealed class Recorder(string name, List<string> seen) : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
        {
            seen.Add($"{name} before {context.Method.Name} at {context.Host}");
            var call = continuation(request, context);
            return new AsyncUnaryCall<TResponse>(
                AfterAsync(call), call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);
        }

        async Task<TResponse> AfterAsync<TResponse>(AsyncUnaryCall<TResponse> call)
        {
            var response = await call.ConfigureAwait(false);
            seen.Add($"{name} after");
            return response;
        }
    }
}
