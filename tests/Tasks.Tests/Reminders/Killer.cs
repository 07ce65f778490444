using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Suite.Tasks.Tests.Reminders;

/// <summary>The process dies: before a write, before a commit, or after the database has committed and before anybody heard of it.</summary>
sealed class Killer : DbCommandInterceptor, IDbTransactionInterceptor
{
    int _left = -1;

    /// <summary>Deaths so far.</summary>
    public int Deaths { get; private set; }

    /// <summary>Dies at the next moment after so many have passed; negative: never.</summary>
    public void Arm(int moments) => _left = moments;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (Writes(command)) Pass();
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (Writes(command)) Pass();
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Pass();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Pass();
        return Task.CompletedTask;
    }

    static bool Writes(DbCommand command) =>
        command.CommandText.Contains("INSERT", StringComparison.Ordinal) || command.CommandText.Contains("UPDATE", StringComparison.Ordinal);

    void Pass()
    {
        if (_left-- != 0) return;
        Deaths++;
        throw new KilledException();
    }
}

/// <summary>Stands for the end of the process.</summary>
sealed class KilledException : Exception;
