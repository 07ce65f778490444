namespace Suite.ServiceDefaults.Feeds;

/// <summary>The owner's side of a change feed: tells changes as they come, and that it is there where none do.</summary>
public static class FeedServer
{
    /// <summary>Changes told at once at most.</summary>
    public const int MostAtOnce = 1000;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(15);

    /// <summary>Runs until the call ends.</summary>
    /// <param name="read">What comes after a place, at most <see cref="MostAtOnce"/>.</param>
    /// <param name="placeOf">The place after a change.</param>
    /// <param name="write">Tells changes, none now and then, and the place to go on from.</param>
    public static async Task ServeAsync<TPlace, TChange>(
        TPlace after, Func<TPlace, Task<IReadOnlyList<TChange>>> read, Func<TChange, TPlace> placeOf, Func<IReadOnlyList<TChange>, TPlace, Task> write,
        TimeProvider clock, CancellationToken cancellation)
    {
        var spoken = clock.GetTimestamp();
        while (!cancellation.IsCancellationRequested)
        {
            var found = await read(after);
            if (found.Count > 0 || clock.GetElapsedTime(spoken) >= LongestSilence)
            {
                if (found.Count > 0) after = placeOf(found[^1]);
                await write(found, after);
                spoken = clock.GetTimestamp();
            }

            if (found.Count < MostAtOnce) await Task.Delay(Pause, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
