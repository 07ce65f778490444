using Suite.Walkthrough.Text;

namespace Suite.Walkthrough.Quarter;

/// <summary>Events take a moment from one service to the next; a client looks again for a while, not for ever.</summary>
static class Waiting
{
    static readonly TimeSpan AtMost = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <exception cref="WalkException"><paramref name="look"/> found nothing in time.</exception>
    public static async Task<T> UntilAsync<T>(TimeProvider clock, string what, Func<Task<T?>> look, CancellationToken cancellation)
        where T : class
    {
        for (var begin = clock.GetTimestamp(); clock.GetElapsedTime(begin) < AtMost; await Task.Delay(Between, clock, cancellation))
            if (await look() is { } found)
                return found;
        throw new WalkException(Words.Both("WaitedInVain", what, AtMost.TotalSeconds));
    }
}
