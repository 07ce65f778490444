using System.Collections.Concurrent;

namespace Suite.StandIns.Tests;

/// <summary>What happened on the server.</summary>
sealed class CallLog
{
    readonly TaskCompletionSource cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Intercepted { get; } = [];

    /// <summary>Completes when a waiting call learns on the server that it was cancelled.</summary>
    public Task Cancelled => cancelled.Task;

    public void NoteCancelled() => cancelled.TrySetResult();
}
