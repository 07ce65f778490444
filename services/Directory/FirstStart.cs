using Microsoft.EntityFrameworkCore;
using Suite.Directory.Accounts;
using Suite.Directory.Keys;
using Suite.Directory.Seeding;
using Suite.Directory.Storage;
using Suite.ServiceDefaults.Storage;

namespace Suite.Directory;

/// <summary>
/// Sees to what must be there before the first call: seeds, signing keys, the admin, demo accounts. In one transaction under a lock:
/// replicas that start together do it once, and what fails leaves nothing behind.
/// </summary>
sealed class FirstStart(IServiceScopeFactory scopes, KeyRing keys) : IHostedService
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
            if (!await db.SigningKeys.AnyAsync(cancellationToken)) db.Add(SigningKey.Create(services.GetRequiredService<TimeProvider>().GetUtcNow()));
            await services.GetRequiredService<AdminAccount>().EnsureAsync(cancellationToken);
            await services.GetRequiredService<DemoAccounts>().AdjustAsync(cancellationToken);
            await db.CommitAsync(cancellationToken);
        }

        keys.Load(await db.SigningKeys.AsNoTracking().ToListAsync(cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
