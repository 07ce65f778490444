using Microsoft.EntityFrameworkCore;
using Suite.Directory.Accounts;
using Suite.Directory.Clients;
using Suite.Directory.Keys;
using Suite.Directory.Seeding;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory;

/// <summary>
/// Sees to what must be there before the first call: seeds, signing keys, the admin, demo accounts. In one transaction under a lock:
/// replicas that start together do it once, and what fails leaves nothing behind.
/// </summary>
sealed class FirstStart(IServiceScopeFactory scopes, KeyRing keys, TokenSettings settings) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<DirectoryDbContext>();
        await using (await db.Database.BeginTransactionAsync(cancellationToken))
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.FirstStart})", cancellationToken);
            await services.GetRequiredService<Seeder>().SeedAsync(cancellationToken);
            await KeysAsync(services, db, cancellationToken);
            if (settings.ExternalAuthority is null) await AccountsAsync(services, cancellationToken);
            await db.CommitAsync(cancellationToken);
        }

        keys.Load(await db.SigningKeys.AsNoTracking().ToListAsync(cancellationToken));
    }

    static async Task KeysAsync(IServiceProvider services, DirectoryDbContext db, CancellationToken cancellation)
    {
        var stored = await db.SigningKeys.ToListAsync(cancellation);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (stored.Count == 0) db.Add(SigningKey.Create(services.GetRequiredService<KeyCover>(), now, now));
        else services.GetRequiredService<KeyRotation>().Recover(stored);
    }

    static async Task AccountsAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<AdminAccount>().EnsureAsync(cancellation);
        await services.GetRequiredService<ServiceClients>().EnsureAsync(cancellation);
        await services.GetRequiredService<DemoAccounts>().AdjustAsync(cancellation);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
