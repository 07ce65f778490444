using System.Net;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Suite.StandIns.Tests;

/// <summary>A Kestrel server with the echo service on a free loopback port, HTTP/2, without TLS unless configured.</summary>
public sealed class EchoServer : IAsyncLifetime
{
    readonly WebApplication app;

    public EchoServer()
        : this(null, null)
    {
    }

    internal EchoServer(Action<GrpcServiceOptions>? configure, Action<ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http2;
            listen?.Invoke(endpoint);
        }));
        builder.Services.AddSingleton<CallLog>();
        builder.Services.AddGrpc(options => configure?.Invoke(options));
        app = builder.Build();
        app.MapGrpcService<EchoService>();
    }

    /// <summary>The server's address with its port.</summary>
    public string Address => app.Urls.Single();

    internal CallLog Log => app.Services.GetRequiredService<CallLog>();

    internal static async Task<EchoServer> StartAsync(Action<GrpcServiceOptions> configure, Action<ListenOptions>? listen = null)
    {
        var server = new EchoServer(configure, listen);
        await server.InitializeAsync();
        return server;
    }

    public GrpcChannel Channel(GrpcChannelOptions? options = null) => GrpcChannel.ForAddress(Address, options ?? new());

    public async ValueTask InitializeAsync() => await app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
