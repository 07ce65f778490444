using Aspire.Hosting;
using Aspire.Hosting.Testing;
using Npgsql;

namespace Suite.Testing;

/// <summary>One PostgreSQL server for as long as the test process lives; its data is gone with it.</summary>
sealed class PostgresServer(NpgsqlConnectionStringBuilder address)
{
    static readonly Lazy<Task<PostgresServer>> Started = new(StartAsync);

    public static Task<PostgresServer> Shared => Started.Value;

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = database, MaxPoolSize = 40, IncludeErrorDetail = true }.ConnectionString;

    public async Task ExecuteAsync(string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionString("postgres")) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<PostgresServer> StartAsync()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddPostgres("postgres").WithArgs("-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off");
        var app = builder.Build();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => app.Dispose();
        await app.StartAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("postgres");
        return new(new(await app.GetConnectionStringAsync("postgres")));
    }
}
