using Microsoft.Extensions.DependencyInjection;
using Npgsql;

// Servers and hosts are started by nearly every test here; side by side they would only slow each other down.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Suite.Aspire.Hosting.Tests;

/// <summary>Short words for what the tests do all the time.</summary>
internal static class Support
{
    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static LocalProcesses Processes(this DistributedApplication app) => app.Services.GetRequiredService<LocalProcesses>();

    public static Task<ResourceEvent> HealthyAsync(this DistributedApplication app, string resource) =>
        app.ResourceNotifications.WaitForResourceHealthyAsync(resource, Cancelled);

    public static Task<ResourceEvent> EndedAsync(this DistributedApplication app, string resource) =>
        app.ResourceNotifications.WaitForResourceAsync(resource, change => change.Snapshot.IsTerminal, Cancelled);

    public static async Task<DistributedApplication> StartedAsync(this IDistributedApplicationBuilder builder)
    {
        var app = builder.Build();
        await app.StartAsync(Cancelled);
        return app;
    }

    public static IResourceBuilder<PostgresServerResource> AddThrowawayPostgres(this IDistributedApplicationBuilder builder) =>
        builder.AddPostgres("postgres").WithArgs("-c", "fsync=off");

    public static async Task<NpgsqlConnection> ConnectAsync(this DistributedApplication app, string database, string? instead = null)
    {
        var address = new NpgsqlConnectionStringBuilder(await app.GetConnectionStringAsync(database, Cancelled)) { Pooling = false };
        address.Database = instead ?? address.Database;
        var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(Cancelled);
        return connection;
    }

    public static async Task<object?> ScalarAsync(this NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancelled);
    }
}
