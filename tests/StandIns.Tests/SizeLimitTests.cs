using Grpc.Core;
using Grpc.Net.Client;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>Messages larger than a side accepts.</summary>
public sealed class SizeLimitTests
{
    static readonly SayRequest Large = new() { Text = new string('a', 2000) };

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Say_RequestOverTheServersLimit_IsResourceExhausted()
    {
        await using var server = await EchoServer.StartAsync(options => options.MaxReceiveMessageSize = 1000);
        using var channel = server.Channel();
        (await RefusedAsync(channel)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    [Fact]
    public async Task Say_ResponseOverTheClientsLimit_IsResourceExhausted()
    {
        await using var server = await EchoServer.StartAsync(_ => { });
        using var channel = server.Channel(new GrpcChannelOptions { MaxReceiveMessageSize = 1000 });
        (await RefusedAsync(channel)).StatusCode.ShouldBe(StatusCode.ResourceExhausted);
    }

    static Task<RpcException> RefusedAsync(GrpcChannel channel) => Should.ThrowAsync<RpcException>(
        async () => await new Echo.EchoClient(channel).SayAsync(Large, cancellationToken: Token));
}
