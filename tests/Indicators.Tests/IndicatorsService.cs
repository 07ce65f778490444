using Suite.Auth.V1;
using Suite.Indicators.Api;
using Suite.Indicators.Entities;
using Suite.Indicators.Storage;
using Suite.Indicators.Tests;
using Suite.Indicators.V1;
using Suite.Testing;

[assembly: AssemblyFixture(typeof(IndicatorsService))]

namespace Suite.Indicators.Tests;

/// <summary>The service with a database and a broker of its own, for all tests of this process; each takes a plan of its own.</summary>
public sealed class IndicatorsService : IAsyncLifetime
{
    readonly PostgresFixture _database = new();
    int _plans;

    public TestHost<IndicatorApi> Host { get; private set; } = null!;

    public EventFeed Events { get; private set; } = null!;

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Where the service looks for tasks' gRPC doors. Nobody listens there unless a test does.</summary>
    public string Tasks { get; } = $"http://127.0.0.1:{FreePorts.Take()}";

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        var broker = await RabbitServer.AddressAsync();
        Host = TestHost<IndicatorApi>.Start(
            [new("ConnectionStrings:indicatorsdb", _database.ConnectionString), new("ConnectionStrings:rabbitmq", broker), new("services:tasks:grpc:0", Tasks),
                new("Seeds:Figures", Path.Combine(Repository.Root, "seeds", "indicators"))],
            services => services.TrustTestTokens());
        Events = await EventFeed.OpenAsync(broker, Host.Services);
    }

    /// <summary>Tells the service of entities, as the directory would.</summary>
    public async Task KeepAsync(params EntityFact[] facts)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EntityBook>().KeepAsync(facts, CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<IndicatorsDbContext>().SaveChangesAsync();
    }

    /// <summary>The id of a plan that no other test uses.</summary>
    public string NewPlan() => $"2024-t{Interlocked.Increment(ref _plans)}";

    /// <summary>An id that no other test uses.</summary>
    public string NewId(string name) => $"{name}-{Interlocked.Increment(ref _plans)}";

    public IndicatorService.IndicatorServiceClient Client(Role role = Role.Observer) => new(Host.GrpcInvoker(TestTokens.For(role)));

    public async ValueTask DisposeAsync()
    {
        if (Events is not null) await Events.DisposeAsync();
        if (Host is not null) await Host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
