using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Tests.V1;
using Suite.Testing;

namespace Suite.ServiceDefaults.Tests;

/// <summary>The test service on both doors, as every service of the suite is put together.</summary>
public sealed class ShelfServer : IAsyncLifetime
{
    readonly WebApplication _app;

    public ShelfServer()
        : this(services => services.TrustTestTokens())
    {
    }

    internal ShelfServer(Action<IServiceCollection> services, string? authority = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.WebHost.UseSetting("Kestrel:Endpoints:http:Url", Http.ToString()).UseSetting("Kestrel:Endpoints:http:Protocols", "Http1")
            .UseSetting("Kestrel:Endpoints:grpc:Url", Grpc.ToString()).UseSetting("Kestrel:Endpoints:grpc:Protocols", "Http2")
            .UseSetting("Authentication:Authority", authority);
        builder.AddServiceDefaults();
        builder.Services.AddSingleton<ShelfApi>().AddSingleton<IScopeResolver, ShelfScopes>();
        services(builder.Services);
        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapApi<ShelfApi>();
        Channel = GrpcChannel.ForAddress(Grpc, new() { MaxSendMessageSize = null });
        Client = new() { BaseAddress = Http };
    }

    public Uri Http { get; } = new($"http://127.0.0.1:{FreePorts.Take()}");

    public Uri Grpc { get; } = new($"http://127.0.0.1:{FreePorts.Take()}");

    public GrpcChannel Channel { get; }

    public HttpClient Client { get; }

    internal ShelfService.ShelfServiceClient Shelf => new(Channel);

    internal ShelfService.ShelfServiceClient ShelfWith(string token) => new(Channel.Intercept(metadata =>
    {
        metadata.Add("authorization", $"Bearer {token}");
        return metadata;
    }));

    public async ValueTask InitializeAsync() => await _app.StartAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Channel.Dispose();
        await _app.DisposeAsync();
    }
}
