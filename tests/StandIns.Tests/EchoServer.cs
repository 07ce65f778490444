using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Suite.StandIns.Tests;

/// <summary>A Kestrel server with the echo service on a free loopback port, HTTP/2 without TLS.</summary>
public sealed class EchoServer : IAsyncLifetime
{
    readonly WebApplication app;

    public EchoServer()
        : this(null)
    {
    }

    internal EchoServer(Action<GrpcServiceOptions>? configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(
            System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(options => configure?.Invoke(options));
        app = builder.Build();
        app.MapGrpcService<EchoService>();
    }

    public string Address => app.Urls.Single();

    public GrpcChannel Channel(GrpcChannelOptions? options = null) => GrpcChannel.ForAddress(Address, options ?? new());

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
