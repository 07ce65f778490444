using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Judging;
using Suite.Indicators.Rules;
using Suite.Indicators.Seeding;
using Suite.Indicators.Storage;
using Suite.ServiceDefaults.Storage;

namespace Suite.Indicators;

/// <summary>
/// Sees to what must be there before the first call. In one transaction under a lock: replicas that start together do it once, and what fails
/// leaves nothing behind.
/// </summary>
sealed class FirstStart(IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IndicatorsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdvisoryLocks.FirstStart})", cancellationToken);
        if (!await db.Rules.AnyAsync(cancellationToken)) db.AddRange(Rule.Usual);
        if (!await db.LightRules.AnyAsync(cancellationToken)) db.Add(LightRule.First(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<FigureSeeder>().SeedAsync(cancellationToken);
        await db.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
