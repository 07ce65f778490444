using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Holds the latest snapshot of every resource and wakes those who wait for one.</summary>
public sealed class ResourceNotificationService(IHostApplicationLifetime lifetime)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceEvent> _latest = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Waiter> _waiters = [];

    /// <summary>Raised after every change, outside the lock.</summary>
    internal event Action<ResourceEvent>? Changed;

    /// <summary>Waits until the resource is in one of the states, and tells which.</summary>
    /// <exception cref="OperationCanceledException">The application began to stop, or the caller gave up.</exception>
    public async Task<string> WaitForResourceAsync(
        string resourceName, IEnumerable<string?> targetStates, CancellationToken cancellationToken = default)
    {
        var states = targetStates.ToHashSet();
        var reached = await WaitForResourceAsync(resourceName, e => states.Contains(e.Snapshot.State?.Text), cancellationToken);
        return reached.Snapshot.State!.Text;
    }

    /// <inheritdoc cref="WaitForResourceAsync(string, IEnumerable{string?}, CancellationToken)"/>
    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        var waiter = new Waiter(resourceName, predicate);
        lock (_gate)
        {
            if (_latest.TryGetValue(resourceName, out var now) && predicate(now))
                return now;
            _waiters.Add(waiter);
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        try
        {
            var reached = await waiter.Reached.Task.WaitAsync(either.Token);
            // What resources become because everything is being stopped is not what anybody waited for.
            lifetime.ApplicationStopping.ThrowIfCancellationRequested();
            return reached;
        }
        finally
        {
            lock (_gate)
                _waiters.Remove(waiter);
        }
    }

    /// <summary>Waits until the resource runs and its health check passes.</summary>
    /// <exception cref="DistributedApplicationException">It ended or could not start; the message says why.</exception>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
    {
        var reached = await WaitForResourceAsync(
            resourceName, e => e.Snapshot.IsHealthy || e.Snapshot.IsTerminal, cancellationToken);
        return reached.Snapshot.IsHealthy
            ? reached
            : throw new DistributedApplicationException($"'{resourceName}' did not become healthy: {reached.Snapshot.Reason}");
    }

    internal CustomResourceSnapshot Current(IResource resource)
    {
        lock (_gate)
            return _latest.TryGetValue(resource.Name, out var now) ? now.Snapshot : new CustomResourceSnapshot();
    }

    internal void Publish(IResource resource, CustomResourceSnapshot snapshot)
    {
        var change = new ResourceEvent(resource, resource.Name, snapshot);
        List<Waiter> woken;
        lock (_gate)
        {
            _latest[resource.Name] = change;
            woken = _waiters.FindAll(w => w.Wants(change));
        }
        woken.ForEach(w => w.Reached.TrySetResult(change));
        Changed?.Invoke(change);
    }

    private sealed class Waiter(string resourceName, Func<ResourceEvent, bool> predicate)
    {
        // Continuations run elsewhere: a waiter must not hold up the one who publishes.
        public TaskCompletionSource<ResourceEvent> Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Wants(ResourceEvent change) =>
            change.Resource.Name.Equals(resourceName, StringComparison.OrdinalIgnoreCase) && predicate(change);
    }
}
