using Suite.Messaging.Outbox;
using Suite.Tasks.Storage;
using Suite.Testing;

namespace Suite.Indicators.Tests.Rebuilding;

/// <summary>The tasks service where the indicator service looks for it: its change feed tells what a test says has happened. Nothing of it goes over the bus.</summary>
sealed class TasksFeed : IAsyncDisposable
{
    readonly TestHost<TasksDbContext> _host;

    TasksFeed(TestHost<TasksDbContext> host) => _host = host;

    public static TasksFeed Open(string connection, string address) => new(TestHost<TasksDbContext>.Start(new Dictionary<string, string?>
    {
        ["ConnectionStrings:tasksdb"] = connection, ["Logging:LogLevel:Default"] = "Critical", ["Kestrel:Endpoints:grpc:Url"] = address,
        // Nobody listens at either.
        ["ConnectionStrings:rabbitmq"] = $"amqp://guest:guest@127.0.0.1:{FreePorts.Take()}", ["services:directory:grpc:0"] = $"http://127.0.0.1:{FreePorts.Take()}",
    }, services => services.TrustTestTokens()));

    /// <summary>Writes events as tasks does, each in a transaction of its own.</summary>
    /// <returns>Their ids on the bus.</returns>
    public async Task<IReadOnlyList<Guid>> TellAsync(IEnumerable<object> events)
    {
        var ids = new List<Guid>();
        foreach (var one in events)
        {
            await using var scope = _host.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
            db.Publish(one, TimeProvider.System.GetUtcNow());
            var message = db.ChangeTracker.Entries<OutboxMessage>().Single().Entity;
            await db.SaveChangesAsync();
            ids.Add(message.Id);
        }

        return ids;
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
