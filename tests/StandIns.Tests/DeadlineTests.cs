using Grpc.Core;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>Calls that end before the server is done.</summary>
public sealed class DeadlineTests(EchoServer server) : EchoTests(server)
{
    readonly EchoServer server = server;

    [Fact]
    public async Task Say_DeadlinePasses_IsDeadlineExceeded()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(200);
        var error = await Should.ThrowAsync<RpcException>(
            async () => await Client.SayAsync(new SayRequest { Wait = true }, deadline: deadline, cancellationToken: Token));
        error.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
    }

    [Fact]
    public async Task Say_CancelledByCaller_IsCancelledOnBothSides()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        using var call = Client.SayAsync(new SayRequest { Wait = true }, cancellationToken: source.Token);
        await call.ResponseHeadersAsync;

        await source.CancelAsync();

        (await Should.ThrowAsync<RpcException>(call.ResponseAsync)).StatusCode.ShouldBe(StatusCode.Cancelled);
        await server.Log.Cancelled.WaitAsync(TimeSpan.FromSeconds(10), Token);
    }

    [Fact]
    public async Task Repeat_DisposedWhileRunning_ReadingIsCancelled()
    {
        var call = Client.Repeat(new SayRequest { Text = "a", Times = 1, Wait = true }, cancellationToken: Token);
        (await call.ResponseStream.MoveNext(Token)).ShouldBeTrue();
        var next = call.ResponseStream.MoveNext(Token);

        call.Dispose();

        (await Should.ThrowAsync<RpcException>(next)).StatusCode.ShouldBe(StatusCode.Cancelled);
    }
}
