using Npgsql;
using Xunit;

namespace Suite.Testing;

/// <summary>
/// A fresh, empty database for one test class (<c>IClassFixture&lt;PostgresFixture&gt;</c>), on a real PostgreSQL server that all
/// classes of the test process share.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    readonly string _database = $"test_{Guid.NewGuid():N}";

    /// <summary>Connection string of the database; its user may do anything.</summary>
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync() => ConnectionString = await CreateAsync(_database);

    /// <summary>One more database on the same server; dropped with the server.</summary>
    /// <param name="template">A database to copy, to which nobody is connected.</param>
    public static async Task<string> CreateAsync(string database, string template = "template1")
    {
        var server = await PostgresServer.Shared;
        await server.ExecuteAsync($"CREATE DATABASE \"{database}\" TEMPLATE \"{template}\"");
        return server.ConnectionString(database);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var source = NpgsqlDataSource.Create(ConnectionString)) NpgsqlConnection.ClearPool(source.CreateConnection());
        await (await PostgresServer.Shared).ExecuteAsync($"DROP DATABASE IF EXISTS \"{_database}\" WITH (FORCE)");
    }
}
