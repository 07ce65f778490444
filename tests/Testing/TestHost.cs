using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;

namespace Suite.Testing;

/// <summary>A service in this process, on Kestrel and free loopback ports, called as anybody would call it: by HTTP and gRPC.</summary>
/// <typeparam name="TProgram">Any type of the service's assembly.</typeparam>
public sealed class TestHost<TProgram> : IAsyncDisposable
    where TProgram : class
{
    readonly Factory _factory;
    readonly List<IDisposable> _clients = [];

    TestHost(Factory factory) => _factory = factory;

    /// <summary>Address of the JSON doors.</summary>
    public Uri Http => new($"http://127.0.0.1:{_factory.HttpPort}");

    /// <summary>Address of the gRPC doors, HTTP/2 in clear text.</summary>
    public Uri Grpc => new($"http://127.0.0.1:{_factory.GrpcPort}");

    /// <summary>The service's own container; tests go through the doors wherever they can.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <param name="settings">Configuration over that of the service's appsettings.json, e.g. <c>ConnectionStrings:tasksdb</c>.</param>
    /// <param name="services">Replaces or adds services after the service has added its own, e.g. <c>s => s.TrustTestTokens()</c>.</param>
    /// <exception cref="Exception">Whatever keeps the service from starting.</exception>
    public static TestHost<TProgram> Start(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? services = null)
    {
        var factory = new Factory(settings, services);
        try
        {
            factory.StartServer();
            return new(factory);
        }
        catch
        {
            factory.Dispose();
            throw;
        }
    }

    /// <summary>A client of the JSON doors; disposed with the host.</summary>
    /// <param name="token">Access token sent with every call; null for none.</param>
    public HttpClient HttpClient(string? token = null)
    {
        var client = new HttpClient { BaseAddress = Http };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        _clients.Add(client);
        return client;
    }

    /// <summary>An invoker for generated gRPC clients; its channel is disposed with the host.</summary>
    /// <param name="token">Access token sent with every call; null for none.</param>
    public CallInvoker GrpcInvoker(string? token = null)
    {
        var channel = GrpcChannel.ForAddress(Grpc);
        _clients.Add(channel);
        return token is null
            ? channel.CreateCallInvoker()
            : channel.Intercept(metadata =>
            {
                metadata.Add("authorization", $"Bearer {token}");
                return metadata;
            });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients) client.Dispose();
        await _factory.DisposeAsync();
    }

    sealed class Factory : WebApplicationFactory<TProgram>
    {
        readonly IEnumerable<KeyValuePair<string, string?>> _settings;
        readonly Action<IServiceCollection>? _services;

        public Factory(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? services)
        {
            (_settings, _services) = (settings, services);
            UseKestrel();
        }

        public int HttpPort { get; } = FreePorts.Take();

        public int GrpcPort { get; } = FreePorts.Take();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseContentRoot(Repository.Project(typeof(TProgram).Assembly.GetName().Name!));
            builder.UseSetting("Kestrel:Endpoints:http:Url", $"http://127.0.0.1:{HttpPort}");
            builder.UseSetting("Kestrel:Endpoints:http:Protocols", "Http1");
            builder.UseSetting("Kestrel:Endpoints:grpc:Url", $"http://127.0.0.1:{GrpcPort}");
            builder.UseSetting("Kestrel:Endpoints:grpc:Protocols", "Http2");
            foreach (var (key, value) in _settings) builder.UseSetting(key, value);
            builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            if (_services is not null) builder.ConfigureTestServices(_services);
        }
    }
}
