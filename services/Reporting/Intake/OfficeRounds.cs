namespace Suite.Reporting.Intake;

/// <summary>
/// One question for all who want the same at the same time. Whoever comes while one is under way is served by the next, which begins after they
/// have come: nobody gets an answer older than their own wish.
/// </summary>
public sealed class OfficeRounds(TimeProvider clock)
{
    readonly Lock _gate = new();
    readonly Dictionary<(string Plan, int Quarter), Round> _rounds = [];

    /// <summary>When this process last began to ask, and whether it was told; null where it never has.</summary>
    public (DateTimeOffset Begun, bool Answered)? Last((string Plan, int Quarter) about)
    {
        lock (_gate) return _rounds.TryGetValue(about, out var round) && round.Begun is { } begun ? (begun, round.Answered) : null;
    }

    /// <param name="ask">Tells whether there was an answer. It is not bound to one caller's patience, since others wait for it too.</param>
    /// <param name="late">One that is under way will do.</param>
    public Task JoinAsync((string Plan, int Quarter) about, Func<Task<bool>> ask, bool late)
    {
        lock (_gate)
        {
            if (!_rounds.TryGetValue(about, out var round)) _rounds[about] = round = new();
            if (late && !round.Now.IsCompleted) return round.Now;
            if (round.Next is { } next) return next;
            return round.Now.IsCompleted ? round.Now = RunAsync(round, ask) : round.Next = AfterAsync(round, round.Now, ask);
        }
    }

    /// <summary>The one that waited takes the place of the one that is over.</summary>
    async Task AfterAsync(Round round, Task before, Func<Task<bool>> ask)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_gate) (round.Now, round.Next) = (round.Next!, null);
        await RunAsync(round, ask);
    }

    async Task RunAsync(Round round, Func<Task<bool>> ask)
    {
        var begun = clock.GetUtcNow();
        var answered = await ask();
        lock (_gate) (round.Begun, round.Answered) = (begun, answered);
    }

    sealed class Round
    {
        public Task Now { get; set; } = Task.CompletedTask;

        public Task? Next { get; set; }

        public DateTimeOffset? Begun { get; set; }

        public bool Answered { get; set; }
    }
}
