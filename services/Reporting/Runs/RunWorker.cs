using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Runs;

/// <summary>
/// Makes the items of runs, a few at a time. An item's row is locked by the transaction that makes its report: who is killed lets go of it,
/// and another takes it from the beginning.
/// </summary>
sealed partial class RunWorker(IServiceScopeFactory scopes, ReportingOptions options, TimeProvider clock, ILogger<RunWorker> logger) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Math.Clamp(options.Parallel, 1, 16)).Select(_ => WorkAsync(stoppingToken)));

    async Task WorkAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await OneAsync(stopping)) continue;
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception error)
            {
                // The database is away: the item stays and is tried again.
                LogRetry(logger, error);
            }

            await Task.Delay(Pause, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns>False where nothing is to be done.</returns>
    async Task<bool> OneAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var items = await db.RunItems.FromSql($"""
            SELECT i.* FROM report_run_item i JOIN report_run r ON r.id = i.run_id WHERE NOT i.done AND r.state = {(int)RunState.Running}
            ORDER BY i.run_id, i.ordinal LIMIT 1 FOR UPDATE OF i SKIP LOCKED
            """).ToListAsync(cancellation);
        if (items is not [var item])
        {
            await EndAsync(db, cancellation);
            await transaction.CommitAsync(cancellation);
            return false;
        }

        var run = await db.Runs.SingleAsync(r => r.Id == item.RunId, cancellation);
        try
        {
            await transaction.CreateSavepointAsync("item", cancellation);
            var press = scope.ServiceProvider.GetRequiredService<ReportPress>();
            var report = await press.MakeAsync(new(item.Kind, run.Plan, run.Quarter, item.Subject, run.Language) { RunBegun = run.CreateTime }, new(run.Creator, run.CreatorName), cancellation);
            item.ReportId = report.Id;
            db.Audit(new(clock.GetUtcNow(), run.Creator, "CreateReport", $"reports/{report.Id}", $$"""{"run":"{{run.Id:N}}","sha256":"{{report.DocumentSha256}}"}"""));
        }
        catch (Exception error) when (error is ProblemException || IsDefect(error))
        {
            await transaction.RollbackToSavepointAsync("item", cancellation);
            db.ChangeTracker.Clear();
            db.Attach(item);
            db.Attach(run);
            item.Error = error is ProblemException refused ? refused.Message : $"The suite failed on this report. Tell the operator the run and the item: {run.Id:N} {item.Ordinal}.";
            if (error is not ProblemException) LogDefect(logger, error, item.Kind, item.Subject, run.Id, item.Ordinal);
        }

        item.Done = true;
        await db.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Trying again does not help; the other reports of the run do not wait for this one.</summary>
    static bool IsDefect(Exception error) => error switch
    {
        OperationCanceledException or TimeoutException => false,
        PostgresException { SqlState: ['2', '2' or '3', ..] } => true,
        DbException => false,
        { InnerException: { } inner } => IsDefect(inner),
        _ => true,
    };

    /// <summary>Ends runs of which nothing is left; not with their last item, since two last items may be under way at once.</summary>
    static Task<int> EndAsync(ReportingDbContext db, CancellationToken cancellation) => db.Runs
        .Where(r => r.State == RunState.Running && !db.RunItems.Any(i => i.RunId == r.Id && !i.Done))
        .ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RunState.Done), cancellation);

    [LoggerMessage(Level = LogLevel.Error, Message = "Defect in making the {Kind} of '{Subject}' in run {Run}, item {Item}")]
    static partial void LogDefect(ILogger logger, Exception error, PaperKind kind, string subject, Guid run, int item);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A report of a run could not be made now; trying again")]
    static partial void LogRetry(ILogger logger, Exception error);
}
