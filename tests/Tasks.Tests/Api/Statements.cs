using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Suite.Tasks.Tests.Api;

/// <summary>The statements about tasks and reports that the service has its database run; what goes on by itself does not count.</summary>
public sealed class Statements : DbCommandInterceptor
{
    static readonly string[] Telling = ["progress_report", "report_step", "report_revision", "FROM task", "assignment", "known_unit", "known_absence", "light_mark"];

    readonly ConcurrentQueue<string> _seen = [];
    int _feedReads;

    /// <summary>How often the change feed has been read.</summary>
    public int FeedReads => _feedReads;

    /// <summary>What an action has run.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Func<Task> action)
    {
        _seen.Clear();
        await action();
        return [.. _seen];
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return ValueTask.FromResult(result);
    }

    void Note(DbCommand command)
    {
        if (command.CommandText.Contains("pg_snapshot_xmin", StringComparison.Ordinal)) Interlocked.Increment(ref _feedReads);
        if (Telling.Any(command.CommandText.Contains)) _seen.Enqueue(command.CommandText);
    }
}
