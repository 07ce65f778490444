using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Suite.StandIns.Tests.V1;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Suite.StandIns.Tests;

/// <summary>gRPC through YARP, as the gateway does it.</summary>
public sealed class ProxyTests(EchoServer server) : IClassFixture<EchoServer>, IAsyncLifetime
{
    readonly WebApplication proxy = Proxy(server);

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await proxy.StartAsync(Token);

    public ValueTask DisposeAsync() => proxy.DisposeAsync();

    [Fact]
    public async Task Say_ThroughProxy_KeepsErrorsAndBinaryTrailers()
    {
        using var channel = GrpcChannel.ForAddress(proxy.Urls.Single());
        var client = new Echo.EchoClient(channel);

        (await client.SayAsync(new SayRequest { Text = "a" }, cancellationToken: Token)).Text.ShouldBe("a");
        var error = await Should.ThrowAsync<RpcException>(
            async () => await client.SayAsync(new SayRequest { FailWith = (int)StatusCode.Aborted }, cancellationToken: Token));

        error.StatusCode.ShouldBe(StatusCode.Aborted);
        error.Trailers.GetValueBytes("reason-bin").ShouldBe([0, 1, 254, 255]);
    }

    [Fact]
    public async Task Converse_ThroughProxy_AnswersEachRequestBeforeTheNext()
    {
        using var channel = GrpcChannel.ForAddress(proxy.Urls.Single());
        using var call = new Echo.EchoClient(channel).Converse(cancellationToken: Token);
        foreach (var text in (string[])["a", "b"])
        {
            await call.RequestStream.WriteAsync(new SayRequest { Text = text }, Token);
            (await call.ResponseStream.MoveNext(Token)).ShouldBeTrue();
            call.ResponseStream.Current.Text.ShouldBe(text);
        }

        await call.RequestStream.CompleteAsync();
        (await call.ResponseStream.MoveNext(Token)).ShouldBeFalse();
    }

    static WebApplication Proxy(EchoServer server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        var route = new RouteConfig { RouteId = "all", ClusterId = "echo", Match = new RouteMatch { Path = "{**all}" } };
        builder.Services.AddReverseProxy().LoadFromMemory([route], [Cluster(server.Address)]);
        var app = builder.Build();
        app.MapReverseProxy();
        return app;
    }

    static ClusterConfig Cluster(string address) => new()
    {
        ClusterId = "echo",
        HttpClient = new HttpClientConfig { EnableMultipleHttp2Connections = true },
        HttpRequest = new ForwarderRequestConfig
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        },
        Destinations = new Dictionary<string, DestinationConfig> { ["one"] = new() { Address = address } },
    };
}
