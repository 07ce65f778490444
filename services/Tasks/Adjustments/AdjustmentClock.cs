using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Adjustments;

/// <summary>Puts approved adjustments in force when their day comes. Each is a transaction of its own; of several replicas one does it.</summary>
public sealed partial class AdjustmentClock(IServiceScopeFactory scopes, CityTime time, TimeProvider clock, ILogger<AdjustmentClock> logger) : BackgroundService
{
    const int AtOnce = 100;
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    static readonly Actor Self = new("suite", "suite");

    /// <summary>Puts in force what is due.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var due = await DueAsync(cancellation);
        foreach (var name in due) await PutInForceAsync(name, cancellation);
        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (Exception error) when (error is NpgsqlException or DbUpdateException or InvalidOperationException { InnerException: NpgsqlException })
            {
                LogFailed(logger, error);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<List<CaseName>> DueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        var today = time.Today;
        var due = await db.Adjustments.AsNoTracking().Where(a => a.State == AdjustmentState.Approved && a.EffectiveOn <= today)
            .OrderBy(a => a.EffectiveOn).ThenBy(a => a.PlanId).ThenBy(a => a.TaskNumber).ThenBy(a => a.Number)
            .Select(a => new { a.PlanId, a.TaskNumber, a.Number }).Take(AtOnce).ToListAsync(cancellation);
        return due.ConvertAll(a => new CaseName(new(a.PlanId, a.TaskNumber), CaseKind.Adjustment, a.Number));
    }

    async Task PutInForceAsync(CaseName name, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TasksDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockPlanAsync(name.Task.Plan, cancellation);
        var adjustment = await db.Adjustments.AsSingleQuery().SingleAsync(
            a => a.PlanId == name.Task.Plan && a.TaskNumber == name.Task.Number && a.Number == name.Number, cancellation);
        if (adjustment.State != AdjustmentState.Approved) return;
        var now = time.Now;
        await scope.ServiceProvider.GetRequiredService<AdjustmentLaw>().PutInForceAsync(adjustment, new(Self, null, now, ""), cancellation);
        db.Audit(new(now, Self.Account, "AdjustmentTookEffect", name.ToString(), JsonSerializer.Serialize(new { state = adjustment.State.ToString() })));
        await db.CommitAsync(cancellation);
        LogDone(logger, name.ToString(), adjustment.State);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Adjustment} is {State} now")]
    static partial void LogDone(ILogger logger, string adjustment, AdjustmentState state);

    [LoggerMessage(Level = LogLevel.Error, Message = "Adjustments whose day has come could not be put in force; tried again in a minute")]
    static partial void LogFailed(ILogger logger, Exception error);
}
