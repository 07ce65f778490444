using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Suite.Reporting.Intake;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;
using BoardService = Suite.Tasks.V1.BoardService;
using TaskChange = Suite.Tasks.V1.TaskChange;

namespace Suite.Reporting.Rebuilding;

/// <summary>
/// The read model made a second time, of temporary tables of the same names: they stand before the kept ones on this connection and nowhere else,
/// and are gone with it, whatever is killed when.
/// </summary>
sealed class Staging(NpgsqlConnection connection, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>Events whose effects are saved together.</summary>
    const int AtOnce = 200;

    /// <summary>Session lock that lets one rebuild or comparison run at a time.</summary>
    const long RebuildLock = 7504;

    readonly DbContextOptions<ReportingDbContext> _options = new DbContextOptionsBuilder<ReportingDbContext>().UseNpgsql(connection).Options;
    NpgsqlTransaction? _transaction;
    string _place = "";

    public NpgsqlConnection Connection => connection;

    /// <summary>Events read so far.</summary>
    public long Changes { get; private set; }

    /// <exception cref="ProblemException">ILLEGAL_STEP where another one is under way.</exception>
    public static async Task<Staging> OpenAsync(NpgsqlDataSource source, TimeProvider clock, CancellationToken cancellation)
    {
        var staging = new Staging(await source.OpenConnectionAsync(cancellation), clock);
        try
        {
            if (!await staging.ScalarAsync<bool>($"SELECT pg_try_advisory_lock({RebuildLock})", cancellation))
                throw Problems.IllegalStep("read model", "reporting/readModel", "BEING_REBUILT_OR_VERIFIED", "be rebuilt or verified");
            foreach (var table in FactTable.All.Select(t => t.Name).Concat(FactTable.Log))
                await staging.RunAsync($"CREATE TEMP TABLE {table} (LIKE public.{table} INCLUDING ALL)", cancellation);
            return staging;
        }
        catch
        {
            await staging.DisposeAsync();
            throw;
        }
    }

    /// <summary>A context on this connection, within its transaction where it has one.</summary>
    public ReportingDbContext Context()
    {
        var db = new ReportingDbContext(_options) { Alone = true };
        if (_transaction is not null) db.Database.UseTransaction(_transaction);
        return db;
    }

    /// <summary>What follows is one transaction, which the context commits.</summary>
    public async Task<ReportingDbContext> BeginAsync(CancellationToken cancellation)
    {
        _transaction = await connection.BeginTransactionAsync(cancellation);
        return Context();
    }

    /// <summary>Takes what the feed tells from where it was left to its end.</summary>
    /// <param name="until">Events that happened later are left out; null for none.</param>
    public async Task ReadAsync(BoardService.BoardServiceClient feed, Metadata headers, DateTimeOffset? until, CancellationToken cancellation)
    {
        for (var more = true; more;)
        {
            var page = await feed.ListTaskChangesAsync(new() { PageSize = 1000, ResumeToken = _place }, headers, cancellationToken: cancellation);
            var told = page.Changes.TakeWhile(c => until is null || c.Time.ToDateTimeOffset() <= until).ToList();
            foreach (var some in told.Chunk(AtOnce)) await TakeAsync(some, cancellation);
            (_place, more, Changes) = (page.ResumeToken, page.More && told.Count == page.Changes.Count, Changes + told.Count);
        }
    }

    public async Task<int> RunAsync(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    public async Task<T> ScalarAsync<T>(string sql, CancellationToken cancellation, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return (T)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The connection goes back clean: locks and temporary tables do not outlive this.</summary>
    public async ValueTask DisposeAsync()
    {
        if (connection.State == System.Data.ConnectionState.Open)
            await RunAsync("SELECT pg_advisory_unlock_all(); DISCARD TEMP", CancellationToken.None);
        await connection.DisposeAsync();
    }

    async Task TakeAsync(IReadOnlyList<TaskChange> changes, CancellationToken cancellation)
    {
        await using var db = Context();
        var log = new PlanLog(db, clock);
        foreach (var change in changes)
            if (HeardEvent.Named(change.Event) is { } heard) await heard.TakeAsync(db, log, change.Payload, cancellation);
        await db.SaveChangesAsync(cancellation);
    }
}
