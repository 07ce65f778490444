using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Runs;

/// <summary>Begins the runs of schedules when their moment has come; a moment that passed while the service was down is made up for.</summary>
sealed partial class ScheduleWorker(IServiceScopeFactory scopes, ReportingOptions options, TimeProvider clock, ILogger<ScheduleWorker> logger) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await OneAsync(stoppingToken)) LogBegun(logger);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                LogRetry(logger, error);
            }

            await Task.Delay(Interval, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>One replica at a time: the row is locked while its run is begun.</summary>
    async Task<bool> OneAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var open = await db.Schedules.FromSql($"SELECT * FROM report_schedule WHERE NOT cancelled AND last_quarter < 4 ORDER BY id FOR UPDATE SKIP LOCKED").ToListAsync(cancellation);
        var years = await db.Plans.AsNoTracking().ToDictionaryAsync(p => p.Name, p => p.Year, cancellation);
        foreach (var schedule in open)
        {
            if (!years.TryGetValue(schedule.Plan, out var year) || schedule.Due(year, clock.GetUtcNow(), options.Zone) is not { } quarter) continue;
            var name = $"reportSchedules/{schedule.Id:N}";
            var run = await scope.ServiceProvider.GetRequiredService<RunDesk>().BeginAsync(schedule.Plan, quarter, schedule.Kinds, schedule.Language, new(name, name), cancellation);
            schedule.LastQuarter = quarter;
            db.Audit(new(clock.GetUtcNow(), name, "CreateRun", $"reportRuns/{run.Id:N}", "{}"));
            await db.CommitAsync(cancellation);
            return true;
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A scheduled run was begun")]
    static partial void LogBegun(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedules could not be looked at now; trying again")]
    static partial void LogRetry(ILogger logger, Exception error);
}
