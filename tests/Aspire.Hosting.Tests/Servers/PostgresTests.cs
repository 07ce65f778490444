using Npgsql;

namespace Suite.Aspire.Hosting.Tests.Servers;

public sealed class PostgresTests
{
    [Fact]
    public async Task AddDatabase_TwoDatabases_EachHasItsOwnRoleThatCannotEnterTheOther()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        var server = builder.AddThrowawayPostgres();
        server.AddDatabase("onedb");
        server.AddDatabase("twodb");
        await using var app = await builder.StartedAsync();
        await app.HealthyAsync("onedb");
        await app.HealthyAsync("twodb");

        await using var one = await app.ConnectAsync("onedb");
        (await one.ScalarAsync("SELECT current_user || '@' || current_database()")).ShouldBe("onedb@onedb");
        (await one.ScalarAsync("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")).ShouldBe(false);
        (await one.ScalarAsync("CREATE EXTENSION pg_trgm; SELECT show_trgm('督查')::text")).ShouldNotBe("{}");
        (await one.ScalarAsync("SHOW server_encoding")).ShouldBe("UTF8");
        var refused = await Should.ThrowAsync<PostgresException>(() => app.ConnectAsync("onedb", instead: "twodb"));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task WithDataVolume_SecondStart_KeepsRowsAndPasswords()
    {
        using var data = new TemporaryFolder();
        var (first, _) = await RunAsync(data, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (42); SELECT 1");
        var (second, kept) = await RunAsync(data, "SELECT n FROM kept");

        kept.ShouldBe(42);
        second.Password.ShouldBe(first.Password);
        File.GetUnixFileMode(Path.Combine(data.Path, "secrets", "keptdb-password"))
            .ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task StartAsync_WithoutDataVolume_BeginsWithAnEmptyClusterAndLeavesNothing()
    {
        using var data = new TemporaryFolder();
        var builder = DistributedApplicationTestingBuilder.Create(data.Setting);
        builder.AddThrowawayPostgres().AddDatabase("keptdb");
        await using (var app = await builder.StartedAsync())
            await app.HealthyAsync("keptdb");

        Directory.Exists(Path.Combine(data.Path, "postgres", "data")).ShouldBeFalse();
    }

    [Fact]
    public async Task KillAsync_ServerStartedAgain_ItsDatabasesFollow()
    {
        var builder = DistributedApplicationTestingBuilder.Create();
        builder.AddPostgres("postgres").WithDataVolume().AddDatabase("keptdb");
        await using var app = await builder.StartedAsync();
        await app.HealthyAsync("keptdb");
        await using (var before = await app.ConnectAsync("keptdb"))
            await before.ScalarAsync("CREATE TABLE kept (n int); INSERT INTO kept VALUES (7); SELECT 1");

        await app.Processes().KillAsync("postgres");
        (await app.EndedAsync("keptdb")).Snapshot.Reason.ShouldContain("postgres");
        (await app.ResourceCommands.ExecuteCommandAsync("postgres", KnownResourceCommands.StartCommand, Support.Cancelled))
            .Success.ShouldBeTrue();
        await app.HealthyAsync("keptdb");

        await using var after = await app.ConnectAsync("keptdb");
        (await after.ScalarAsync("SELECT n FROM kept")).ShouldBe(7);
    }

    private static async Task<(NpgsqlConnectionStringBuilder Address, object? Answer)> RunAsync(TemporaryFolder data, string sql)
    {
        var builder = DistributedApplicationTestingBuilder.Create(data.Setting);
        builder.AddPostgres("postgres").WithDataVolume().AddDatabase("keptdb");
        await using var app = await builder.StartedAsync();
        await app.HealthyAsync("keptdb");
        await using var connection = await app.ConnectAsync("keptdb");
        return (new(await app.GetConnectionStringAsync("keptdb", Support.Cancelled)), await connection.ScalarAsync(sql));
    }
}
