using System.Runtime.CompilerServices;
using Grpc.Core;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Messaging.Rebuilding;

/// <summary>The change feed of tasks, from the first event ever.</summary>
sealed class TaskFeed(IServiceProvider services, TimeProvider clock)
{
    const int PageSize = 500;
    const int MostTries = 60;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    string _token = "";

    /// <summary>
    /// Goes on from where it was left, page by page, to the end: all that tasks had committed when this was called is told by then. To be read outside
    /// transactions, since one that has written holds back what the feed shows. A page that the reader breaks off at comes again the next time.
    /// </summary>
    /// <exception cref="ProblemException">DEPENDENCY_UNAVAILABLE.</exception>
    public async IAsyncEnumerable<IReadOnlyList<TaskChange>> ReadOnAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            var whole = false;
            for (var (first, more) = (true, true); more; first = false)
            {
                var page = await PageAsync(cancellation);
                // What was not held back at the beginning is shown by the end.
                if (first) whole = page.HeldBack == 0;
                yield return page.Changes;
                (_token, more) = (page.ResumeToken, page.More);
            }

            if (whole) yield break;
            if (tries == MostTries) throw Away("it is held back by something that has been under way for long");
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    async Task<ListTaskChangesResponse> PageAsync(CancellationToken cancellation)
    {
        try
        {
            // The caller's own token goes along: who may rebuild may read the feed.
            return await Client().ListTaskChangesAsync(new() { PageSize = PageSize, ResumeToken = _token }, cancellationToken: cancellation);
        }
        catch (RpcException away) when (!cancellation.IsCancellationRequested)
        {
            throw Away($"{away.StatusCode}: {away.Status.Detail}");
        }
    }

    BoardService.BoardServiceClient Client()
    {
        try
        {
            return services.GetRequiredService<BoardService.BoardServiceClient>();
        }
        catch (InvalidOperationException unknown)
        {
            throw Away($"this service was not told where tasks is; {unknown.Message}");
        }
    }

    static ProblemException Away(string why) => Problems.Because(Reason.DependencyUnavailable, $"The change feed of tasks cannot be read ({why}); nothing was changed.");
}
