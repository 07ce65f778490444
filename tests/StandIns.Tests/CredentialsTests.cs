using Grpc.Core;
using Grpc.Net.Client;
using Shouldly;
using Suite.StandIns.Tests.V1;

namespace Suite.StandIns.Tests;

/// <summary>Call credentials on a channel without encryption, as between services on loopback.</summary>
public sealed class CredentialsTests(EchoServer server) : IClassFixture<EchoServer>
{
    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CallCredentials_OfOneCall_AddTheirHeaders()
    {
        using var channel = server.Channel(Insecure());
        var options = new CallOptions(cancellationToken: Token, credentials: Echoing("token"));
        (await EchoedAsync(channel, options)).ShouldBe("token");
    }

    [Fact]
    public async Task CallCredentials_Composed_AddAllInOrder()
    {
        using var channel = server.Channel(Insecure());
        var both = CallCredentials.Compose(Echoing("first"), Echoing("second"));
        (await EchoedAsync(channel, new CallOptions(cancellationToken: Token).WithCredentials(both))).ShouldBe("first, second");
    }

    [Fact]
    public async Task CallCredentials_OfTheChannel_GoWithEveryCall()
    {
        var options = Insecure();
        options.Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, Echoing("channel"));
        using var channel = server.Channel(options);
        (await EchoedAsync(channel, new CallOptions(cancellationToken: Token))).ShouldBe("channel");
    }

    [Fact]
    public void CallCredentials_OnChannelThatDoesNotAllowThemUnencrypted_AreRefused() =>
        Should.Throw<InvalidOperationException>(() => server.Channel(new GrpcChannelOptions
        {
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, Echoing("channel")),
        }));

    [Fact]
    public void Compose_OneOnly_IsRefused() => Should.Throw<ArgumentException>(() => CallCredentials.Compose(Echoing("alone")));

    static GrpcChannelOptions Insecure() => new()
    {
        Credentials = ChannelCredentials.Insecure,
        UnsafeUseInsecureChannelCallCredentials = true,
    };

    static CallCredentials Echoing(string value) => CallCredentials.FromInterceptor((context, metadata) =>
    {
        context.MethodName.ShouldBe("Say");
        context.ServiceUrl.ShouldEndWith("/suite.standins.v1.Echo");
        metadata.Add("x-echo", value);
        return Task.CompletedTask;
    });

    static async Task<string?> EchoedAsync(GrpcChannel channel, CallOptions options)
    {
        using var call = new Echo.EchoClient(channel).SayAsync(new SayRequest(), options);
        var headers = await call.ResponseHeadersAsync;
        await call;
        return headers.GetValue("x-echo");
    }
}
