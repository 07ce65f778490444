using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Suite.Errors.V1;
using Suite.Reporting.Reports;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using BoardService = Suite.Tasks.V1.BoardService;

namespace Suite.Reporting.Rebuilding;

/// <summary>Makes the read model a second time from the owner's change feed, and compares it with the kept one or puts it in its place.</summary>
sealed class ReadModelDesk(NpgsqlDataSource source, IServiceProvider services, ReportingOptions options, TimeProvider clock)
{
    /// <summary>An event can be heard over the bus before the feed shows it: while a transaction that began before it runs on at its owner.</summary>
    static readonly TimeSpan Lag = TimeSpan.FromMinutes(5);

    /// <exception cref="ProblemException">ILLEGAL_STEP, DEPENDENCY_UNAVAILABLE.</exception>
    public async Task<VerifyReadModelResponse> VerifyAsync(CancellationToken cancellation)
    {
        var begun = clock.GetUtcNow();
        await using var staging = await Staging.OpenAsync(source, clock, cancellation);
        await ReadAsync(staging, begun - options.EventsSettle, cancellation);
        var comparison = new Comparison(staging, begun - Lag);
        await comparison.RunAsync(cancellation);
        return new()
        {
            Equal = comparison.Count == 0, ChangeCount = staging.Changes, RowCount = comparison.Rows, DifferenceCount = comparison.Count, Differences = { comparison.Differences },
        };
    }

    /// <param name="by">Account that asked for it.</param>
    /// <exception cref="ProblemException">ILLEGAL_STEP, DEPENDENCY_UNAVAILABLE.</exception>
    public async Task<RebuildReadModelResponse> RebuildAsync(string by, CancellationToken cancellation)
    {
        var begun = clock.GetUtcNow();
        await using var staging = await Staging.OpenAsync(source, clock, cancellation);
        await ReadAsync(staging, null, cancellation);

        await using var db = await staging.BeginAsync(cancellation);
        await staging.RunAsync(Replacement.Lock, cancellation);
        // What came while the lock was waited for; nothing more comes now.
        await ReadAsync(staging, null, cancellation);
        var comparison = new Comparison(staging, begun - Lag);
        var replacement = new Replacement(staging, comparison, clock);
        await replacement.NumberAsync(cancellation);
        await replacement.KeepWhatIsNotToldYetAsync(cancellation);
        await comparison.RunAsync(cancellation);
        await replacement.ReplaceAsync(cancellation);
        await replacement.AnnounceAsync(cancellation);
        db.Audit(new(clock.GetUtcNow(), by, "RebuildReadModel", "reporting/readModel", $$"""{"changes":{{staging.Changes}},"differences":{{comparison.Count}}}"""));
        await db.CommitAsync(cancellation);
        return new()
        {
            ChangeCount = staging.Changes, RowCount = comparison.Rows, DifferenceCount = comparison.Count, Differences = { comparison.Differences }, Time = clock.GetUtcNow().ToTimestamp(),
        };
    }

    async Task ReadAsync(Staging staging, DateTimeOffset? until, CancellationToken cancellation)
    {
        try
        {
            // The caller's own token goes along: who may rebuild may read the feed.
            await staging.ReadAsync(services.GetRequiredService<BoardService.BoardServiceClient>(), [], until, cancellation);
        }
        catch (Exception away) when (away is RpcException or InvalidOperationException && !cancellation.IsCancellationRequested)
        {
            throw Problems.Because(Reason.DependencyUnavailable, $"The change feed of tasks cannot be read ({Said(away)}); nothing was changed.");
        }
    }

    static string Said(Exception error) => error is RpcException rpc ? $"{rpc.StatusCode}: {rpc.Status.Detail}" : error.Message;
}
