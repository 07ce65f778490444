using Microsoft.Extensions.DependencyInjection;
using Suite.Directory.Storage;
using Suite.Testing;

namespace Suite.Directory.Tests.Accounts;

/// <summary>A directory whose clock the tests can put forward.</summary>
public sealed class ClockedDirectory : IAsyncLifetime
{
    readonly PostgresFixture _postgres = new();

    public ShiftedClock Clock { get; } = new();

    public TestHost<DirectoryDbContext> Host { get; private set; } = null!;

    public string ConnectionString => _postgres.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await _postgres.InitializeAsync();
        Host = TestHost<DirectoryDbContext>.Start(
            DirectoryFixture.Settings(ConnectionString), services => services.AddSingleton<TimeProvider>(Clock));
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _postgres.DisposeAsync();
    }
}
