using System.Data;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;

namespace Suite.Messaging.Rebuilding;

/// <summary>
/// Empty tables that lie before the kept ones, under the same names, on the context's connection and nowhere else: what handlers do there meanwhile goes
/// into them, and can be compared with, and put in the place of, what is kept. They are gone with the connection, whatever is killed when.
/// </summary>
public sealed class Shadow : IAsyncDisposable
{
    readonly SuiteDbContext _db;
    readonly IReadOnlyList<string> _tables;

    Shadow(SuiteDbContext db, IReadOnlyList<string> tables) => (_db, _tables) = (db, tables);

    /// <summary>Events worked out.</summary>
    public long Events { get; internal set; }

    /// <summary>Those among them that this service has not heard over the bus.</summary>
    public Task<long> UnheardAsync(CancellationToken cancellation) => _db.Database.SqlQuery<long>(
        $"""SELECT count(*) AS "Value" FROM pg_temp.told_event t WHERE NOT EXISTS (SELECT FROM inbox_message i WHERE i.id = t.id)""").SingleAsync(cancellation);

    /// <param name="most">Differences told in detail.</param>
    /// <param name="arguments">Of the tables' rows.</param>
    public async Task<Differences> CompareAsync(IEnumerable<KeptTable> tables, int most, CancellationToken cancellation, params object[] arguments)
    {
        var (count, first) = (0L, new List<(string, RowDifference)>());
        foreach (var table in tables)
            await foreach (var row in _db.Database.SqlQueryRaw<RowDifference>(table.Comparison, arguments).AsAsyncEnumerable().WithCancellation(cancellation))
                if (++count <= most) first.Add((table.Name, row));
        return new(count, first);
    }

    /// <summary>A feed that tells nothing is more likely the wrong one than a reason to forget everything.</summary>
    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public void RefuseToForget(Differences found)
    {
        if (Events == 0 && found.Count > 0) throw Problems.IllegalStep("feed", "taskChanges", "empty", "be what everything is rebuilt from");
    }

    /// <summary>Makes what is kept into what was told; rows that are the same stay where they are. Events told have no effect any more when they come over the bus.</summary>
    /// <param name="tables">Those that others refer to first.</param>
    public async Task TakeOverAsync(IReadOnlyList<KeptTable> tables, DateTimeOffset now, CancellationToken cancellation, params object[] arguments)
    {
        foreach (var table in tables.Reverse()) await _db.Database.ExecuteSqlRawAsync(table.Removal, arguments, cancellation);
        foreach (var table in tables) await _db.Database.ExecuteSqlRawAsync(table.Addition, arguments, cancellation);
        await _db.Database.ExecuteSqlAsync($"INSERT INTO inbox_message (id, received_at) SELECT id, {now} FROM pg_temp.told_event ON CONFLICT DO NOTHING", cancellation);
    }

    /// <summary>The connection goes back clean.</summary>
    public async ValueTask DisposeAsync()
    {
        _db.ChangeTracker.Clear();
        _db.IsShadowed = false;
        if (_db.Database.GetDbConnection().State == ConnectionState.Open)
            await _db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock_all(); DISCARD TEMP", CancellationToken.None);
        _db.Database.SetCommandTimeout(null);
        _db.Database.AutoSavepointsEnabled = true;
        await _db.Database.CloseConnectionAsync();
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP where there is one already.</exception>
    internal static async Task<Shadow> RaiseAsync(SuiteDbContext db, string resource, IReadOnlyList<string> tables, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var shadow = new Shadow(db, tables);
        try
        {
            // How long it takes is up to the caller, and to how much there is.
            db.Database.SetCommandTimeout(0);
            db.Database.AutoSavepointsEnabled = false;
            if (!await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_lock({AdvisoryLocks.Rebuilding}) AS "Value" """).SingleAsync(cancellation))
                throw Problems.IllegalStep("read model", resource, "BEING_REBUILT_OR_VERIFIED", "be rebuilt or verified");
            foreach (var table in tables) await db.Database.ExecuteSqlRawAsync($"CREATE TEMP TABLE {table} (LIKE public.{table} INCLUDING ALL)", cancellation);
            await db.Database.ExecuteSqlAsync($"CREATE TEMP TABLE told_event (id uuid PRIMARY KEY)", cancellation);
            db.IsShadowed = true;
            return shadow;
        }
        catch
        {
            await shadow.DisposeAsync();
            throw;
        }
    }

    /// <summary>Nobody does this for temporary tables.</summary>
    internal async Task AnalyzeAsync(CancellationToken cancellation)
    {
        foreach (var table in _tables) await _db.Database.ExecuteSqlRawAsync($"ANALYZE pg_temp.{table}", cancellation);
    }
}
