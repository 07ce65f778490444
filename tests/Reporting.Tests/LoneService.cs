using Suite.Messaging.Inbox;
using Suite.Reporting.Api;
using Suite.Testing;

namespace Suite.Reporting.Tests;

/// <summary>The service with a database of its own and no broker, for what must not meet other tests; events are handed to it.</summary>
sealed class LoneService : IAsyncDisposable
{
    PostgresFixture? _own;

    public TestHost<ReportApi> Host { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    /// <param name="database">Of another service, whose replica this one is; null for one of its own.</param>
    public static async Task<LoneService> StartAsync(Action<IServiceCollection>? more = null, PostgresFixture? database = null)
    {
        var service = new LoneService();
        if (database is null) await (database = service._own = new()).InitializeAsync();
        service.ConnectionString = database.ConnectionString;
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
    /// <param name="id">Of the message; null for one that no feed tells of.</param>
    public Task TakeAsync(object message, Guid? id = null) => TakeAsync(Host.Services, message, id);

    /// <summary>The same for any such service.</summary>
    public static async Task TakeAsync(IServiceProvider services, object message, Guid? id = null)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<EventInbox>().TakeAsync(id ?? Guid.NewGuid(), message, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        if (_own is not null) await _own.DisposeAsync();
    }
}
