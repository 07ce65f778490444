using Grpc.Core;
using Shouldly;

namespace Suite.StandIns.Tests;

/// <summary>The channel's own life.</summary>
public sealed class ChannelTests(EchoServer server) : EchoTests(server)
{
    [Fact]
    public async Task State_AlongAChannelsLife_IsIdleReadyShutdown()
    {
        Channel.State.ShouldBe(ConnectivityState.Idle);
        await Channel.ConnectAsync(Token);
        Channel.State.ShouldBe(ConnectivityState.Ready);
        await Channel.ShutdownAsync();
        Channel.Dispose();
        Channel.State.ShouldBe(ConnectivityState.Shutdown);
    }
}
