using System.Text.Json;
using Suite.Reporting.Api;
using Suite.Reporting.Intake;
using Suite.Reporting.Storage;
using Suite.Testing;

namespace Suite.Reporting.Tests;

/// <summary>The service with a database of its own and no broker, for what must not meet other tests; events are handed to it.</summary>
sealed class LoneService : IAsyncDisposable
{
    readonly PostgresFixture _database = new();

    public TestHost<ReportApi> Host { get; private set; } = null!;

    public string ConnectionString => _database.ConnectionString;

    public static async Task<LoneService> StartAsync(Action<IServiceCollection>? more = null)
    {
        var service = new LoneService();
        await service._database.InitializeAsync();
        service.Host = TestHost<ReportApi>.Start(
            [
                new("ConnectionStrings:reportingdb", service.ConnectionString), new("ConnectionStrings:rabbitmq", "amqp://nobody@127.0.0.1:1"), new("Reporting:EventsSettle", "00:00:00"),
                new("Logging:LogLevel:Default", "Critical"),
            ],
            services =>
            {
                services.TrustTestTokens();
                more?.Invoke(services);
            });
        return service;
    }

    /// <summary>As a message that the bus has delivered.</summary>
    public async Task TakeAsync(object message)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await HeardEvent.Named(message.GetType().Name)!.TakeAsync(
            db, scope.ServiceProvider.GetRequiredService<PlanLog>(), JsonSerializer.Serialize(message, message.GetType()), CancellationToken.None);
        await db.CommitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _database.DisposeAsync();
    }
}
