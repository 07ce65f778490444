using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;

namespace Suite.ServiceDefaults.Feeds;

/// <summary>
/// Keeps a copy of what this service needs of another's data: reads everything once, then follows the owner's changes from the token it
/// came to. The token is written in the transaction of what it stands for, so whatever is killed when, no change is missed; one that is
/// told again has the same effect. Of several replicas the first to take a batch wins, the others go on from where it came to.
/// </summary>
/// <typeparam name="TDb">The context whose database holds the copy.</typeparam>
/// <typeparam name="TChange">One change as the owner tells it.</typeparam>
public abstract partial class FeedFollower<TDb, TChange>(
    IServiceScopeFactory scopes, FeedFreshness freshness, TimeProvider clock, ILogger logger) : BackgroundService
    where TDb : SuiteDbContext
{
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Name of the feed, e.g. <c>directory</c>.</summary>
    protected abstract string Feed { get; }

    /// <summary>The token after the last change there is.</summary>
    protected abstract Task<string> LastTokenAsync(CancellationToken cancellation);

    /// <summary>What comes after a token; ends or throws when the stream breaks.</summary>
    protected abstract IAsyncEnumerable<FeedBatch<TChange>> WatchAsync(string token, CancellationToken cancellation);

    /// <summary>Reads from the owner what the changes are about, outside any transaction.</summary>
    /// <param name="changes">Null for everything.</param>
    /// <returns>What it does to the copy, to be run in a transaction.</returns>
    protected abstract Task<Func<TDb, CancellationToken, Task>> ReadAsync(IReadOnlyList<TChange>? changes, CancellationToken cancellation);

    /// <summary>A call was refused for its token.</summary>
    protected virtual void Refused()
    {
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await FollowAsync(() => failures = 0, stoppingToken);
                continue;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (RpcException end) when (end.StatusCode == StatusCode.DeadlineExceeded && failures == 0)
            {
                // The watch ran its time; the next one begins where it ended.
            }
            catch (Exception error)
            {
                if (error is RpcException { StatusCode: StatusCode.Unauthenticated or StatusCode.PermissionDenied }) Refused();
                LogBroken(logger, Feed, error is RpcException rpc ? $"{rpc.StatusCode}: {rpc.Status.Detail}" : error.ToString());
            }

            await Task.Delay(PauseAfter(failures++), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task FollowAsync(Action heard, CancellationToken cancellation)
    {
        var token = await PositionAsync(cancellation);
        if (token.Length == 0)
        {
            var last = await LastTokenAsync(cancellation);
            if (!await TakeAsync(token, last, await ReadAsync(null, cancellation), cancellation)) return;
            LogRead(logger, Feed);
            token = last;
        }

        try
        {
            await foreach (var batch in WatchAsync(token, cancellation))
            {
                heard();
                var effect = batch.Changes.Count == 0 ? null : await ReadAsync(batch.Changes, cancellation);
                if (!await TakeAsync(token, batch.Token, effect, cancellation)) return;
                token = batch.Token;
            }
        }
        catch (RpcException refused) when (RpcProblem.FromRpc(refused)?.Reason == Reason.InvalidPageToken)
        {
            // The owner was restored to before this token: nothing follows it any more.
            LogAnew(logger, Feed, refused.Status.Detail);
            await TakeAsync(token, "", null, cancellation);
        }
    }

    async Task<string> PositionAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var position = await db.Set<FeedPosition>().AsNoTracking().SingleOrDefaultAsync(p => p.Feed == Feed, cancellation);
        freshness.Note(Feed, position?.HeardAt);
        return position?.Token ?? "";
    }

    /// <returns>False where the position is no longer <paramref name="from"/>: another replica was there first, and nothing was done.</returns>
    async Task<bool> TakeAsync(string from, string to, Func<TDb, CancellationToken, Task>? effect, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"INSERT INTO feed_position (feed, token) VALUES ({Feed}, '') ON CONFLICT DO NOTHING", cancellation);
        var position = await db.Set<FeedPosition>().FromSql($"SELECT * FROM feed_position WHERE feed = {Feed} FOR UPDATE").SingleAsync(cancellation);
        if (position.Token != from) return false;
        if (effect is not null) await effect(db, cancellation);
        (position.Token, position.HeardAt) = (to, to.Length == 0 ? position.HeardAt : clock.GetUtcNow());
        await db.CommitAsync(cancellation);
        freshness.Note(Feed, position.HeardAt);
        return true;
    }

    /// <summary>Half a second, doubled with each failure, somewhat less at random so that replicas do not come together.</summary>
    static TimeSpan PauseAfter(int failures) =>
        TimeSpan.FromSeconds(Math.Min(0.5 * Math.Pow(2, Math.Min(failures, 10)), LongestPause.TotalSeconds) * (0.5 + (Random.Shared.NextDouble() / 2)));

    [LoggerMessage(Level = LogLevel.Information, Message = "Everything of {Feed} that is kept here was read")]
    static partial void LogRead(ILogger logger, string feed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The feed of {Feed} broke off, the copy is used meanwhile: {Fault}")]
    static partial void LogBroken(ILogger logger, string feed, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The feed of {Feed} does not go on from here, everything is read anew: {Fault}")]
    static partial void LogAnew(ILogger logger, string feed, string fault);
}
