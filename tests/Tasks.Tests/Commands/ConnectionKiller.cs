using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Suite.Tasks.Tests.Commands;

/// <summary>
/// Cuts the database connection of one call: before its write number k, where the commit counts as one, or, as the last moment, right after
/// the commit, before anybody heard of it. The server really ends the session; what goes on besides the call is left alone.
/// </summary>
sealed class ConnectionKiller(string connectionString) : DbCommandInterceptor, IDbTransactionInterceptor, IStartupFilter
{
    /// <summary>Header of a call that names its moment, counted from 0.</summary>
    public const string Header = "x-cut-at";

    static readonly AsyncLocal<Fuse?> Lit = new();
    static readonly string[] Verbs = ["INSERT", "UPDATE", "DELETE"];

    int _cuts;

    /// <summary>Connections cut so far.</summary>
    public int Cuts => _cuts;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (int.TryParse(context.Request.Headers[Header], NumberStyles.None, CultureInfo.InvariantCulture, out var moment)) Lit.Value = new(moment);
            await rest(context);
        });
        next(app);
    };

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Writes(command)) await PassAsync(command.Connection);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Writes(command)) await PassAsync(command.Connection);
        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        await PassAsync(transaction.Connection);
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Lit.Value?.Burns() != true) return Task.CompletedTask;
        Interlocked.Increment(ref _cuts);
        throw new NpgsqlException("The connection was cut after the commit.", new IOException());
    }

    static bool Writes(DbCommand command) => Verbs.Any(v => command.CommandText.Contains(v, StringComparison.Ordinal));

    async Task PassAsync(DbConnection? connection)
    {
        if (Lit.Value?.Burns() != true || connection is not NpgsqlConnection cut) return;
        Interlocked.Increment(ref _cuts);
        await using var other = new NpgsqlConnection(connectionString);
        await other.OpenAsync();
        await using var end = new NpgsqlCommand("SELECT pg_terminate_backend(@pid, 5000)", other) { Parameters = { new("pid", cut.ProcessID) } };
        await end.ExecuteScalarAsync();
    }

    sealed class Fuse(int moment)
    {
        int _left = moment;

        public bool Burns() => Interlocked.Decrement(ref _left) == -1;
    }
}
