using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Lights;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Rules;

/// <summary>Puts the built-in first versions into a database that has none. They are in force since ever.</summary>
public sealed class BuiltInRules(IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    static readonly DateOnly Always = new(1900, 1, 1);
    static readonly Actor Maker = new("suite", "suite");

    public static IReadOnlyList<IRule> All { get; } = [LightRule.First, DeadlineRule.First, ReminderRule.First, ScoreRule.First, HandlingRule.First];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await FillAsync(scope.ServiceProvider.GetRequiredService<TasksDbContext>(), clock.GetUtcNow(), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Replicas may do so at once: the lock lets one of them.</summary>
    public static async Task FillAsync(TasksDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('supervision rules'))", cancellation);
        var present = await db.SupervisionRules.Where(r => r.Version == 1).Select(r => r.Kind).ToListAsync(cancellation);
        var missing = All.Where(r => !present.Contains(r.Kind)).Select(r => SupervisionRule.Make(1, r, Always, "内置第一版 built-in first version", Maker, now)).ToList();
        if (missing.Count == 0) return;
        db.SupervisionRules.AddRange(missing);
        foreach (var rule in missing) db.Audit(new(now, Maker.Account, "CreateSupervisionRule", rule.Name, JsonSerializer.Serialize(new { builtIn = true })));
        await db.CommitAsync(cancellation);
    }
}
