using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Local;

/// <summary>Takes one resource through its states. Never starts anything again by itself.</summary>
internal sealed class ResourceRunner(LocalUnit unit, ResourceNotificationService notifications, RunningProcesses running, TimeSpan patience)
{
    private static readonly TimeSpan HealthPauseWhileStarting = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan HealthPause = TimeSpan.FromSeconds(5);

    private CancellationTokenSource _run = new();
    private Task _start = Task.CompletedTask;
    private Task _watch = Task.CompletedTask;
    private ChildProcess? _process;
    private bool _stopWasAsked;

    public LocalUnit Unit => unit;

    public Resource Resource => unit.Resource;

    public int? ProcessId => _process is { Exited.IsCompleted: false } alive ? alive.Id : null;

    private CustomResourceSnapshot Now => notifications.Current(Resource);

    /// <summary>Begins to start; completes when the process runs or could not be started.</summary>
    public Task StartAsync()
    {
        if (ProcessId is not null || !_start.IsCompleted)
            return _start;
        _run = new CancellationTokenSource();
        _stopWasAsked = false;
        Publish(KnownResourceStates.NotStarted);
        return _start = Task.Run(() => StartAsync(_run.Token));
    }

    /// <summary>Tells a running start to give up, without waiting for it.</summary>
    public void CancelStart()
    {
        _stopWasAsked = true;
        _run.Cancel();
    }

    /// <summary>Ends the process, by force after its grace period, and returns when it is gone.</summary>
    public async Task StopAsync()
    {
        CancelStart();
        await _start;
        if (_process is { Exited.IsCompleted: false } process)
        {
            Publish(KnownResourceStates.Stopping);
            if (await process.StopAsync(unit.StopSignal, unit.StopGrace))
                unit.Context.Log.Write($"'{Resource.Name}' did not end within {unit.StopGrace.TotalSeconds:0} s and was ended by force.");
        }
        await _watch;
        if (!Now.IsTerminal)
            End(KnownResourceStates.Exited, null, "it was stopped");
    }

    /// <summary>SIGKILL, as a crash would be.</summary>
    public async Task KillAsync()
    {
        _process?.Kill();
        await _watch;
    }

    /// <summary>Follows a server that holds this resource and is gone.</summary>
    public void EndWith(Resource holder)
    {
        // One that is still waiting learns it by waiting.
        if (Now.State?.Text == KnownResourceStates.Running)
            End(KnownResourceStates.Exited, null, $"'{holder.Name}' is not running");
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        try
        {
            foreach (var dependency in Resource.WaitsFor)
                await WaitForAsync(dependency, cancellation);
            Publish(KnownResourceStates.Starting);
            _process = await unit.StartAsync(cancellation);
            if (_process is not null)
                running.Note(Resource.Name, _process.Id);
            Publish(KnownResourceStates.Running, unit.HasHealthCheck ? HealthStatus.Unhealthy : HealthStatus.Healthy);
            _watch = _process is null ? Task.CompletedTask : WatchAsync(_process);
            if (unit.HasHealthCheck)
                _ = CheckHealthAsync(cancellation);
        }
        catch (Exception failed)
        {
            // Whatever it was, it is this resource's failure and must not take the host down with it.
            await CleanUpAsync();
            if (_stopWasAsked || failed is OperationCanceledException)
                End(KnownResourceStates.Exited, null, "it was stopped");
            else
                notifications.Publish(Resource, Failure(failed));
        }
    }

    private async Task WaitForAsync(Resource dependency, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        Publish(KnownResourceStates.Waiting, null, $"for {dependency.Name}");
        try
        {
            var reached = await notifications.WaitForResourceAsync(
                dependency.Name, change => change.Snapshot.IsHealthy || change.Snapshot.IsTerminal, limit.Token);
            if (!reached.Snapshot.IsHealthy)
                throw new DependencyFailedException(dependency, reached.Snapshot);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            var state = notifications.Current(dependency);
            throw new DistributedApplicationException(
                $"it waited {patience.TotalSeconds:0} s for '{dependency.Name}', which is {state.State?.Text}: {state.Reason}");
        }
    }

    private async Task WatchAsync(ChildProcess process)
    {
        var exitCode = await process.Exited;
        running.Forget(Resource.Name);
        await _run.CancelAsync();
        await CleanUpAsync();
        if (_stopWasAsked)
            End(KnownResourceStates.Exited, exitCode, "it was stopped");
        else if (exitCode == 0 && Resource.Endpoints.Count == 0)
            End(KnownResourceStates.Finished, exitCode, "");
        else
            End(KnownResourceStates.Exited, exitCode, $"it ended unexpectedly with {Signals.Describe(exitCode)}", isProblem: true);
    }

    private async Task CleanUpAsync()
    {
        try
        {
            await unit.AfterExitAsync();
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            unit.Context.Log.Write($"Files could not be removed: {failed.Message}");
        }
    }

    private async Task CheckHealthAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var amiss = await HealthProblemAsync(cancellation);
            var health = amiss is null ? HealthStatus.Healthy : HealthStatus.Unhealthy;
            if (!cancellation.IsCancellationRequested && (Now.HealthStatus != health || Now.Reason != (amiss ?? "")))
                Publish(KnownResourceStates.Running, health, amiss ?? "");
            var pause = Task.Delay(amiss is null ? HealthPause : HealthPauseWhileStarting, cancellation);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<string?> HealthProblemAsync(CancellationToken cancellation)
    {
        try
        {
            return await unit.HealthProblemAsync(cancellation);
        }
        catch (Exception failed)
        {
            return $"its health could not be asked: {failed.Message}";
        }
    }

    private void Publish(string state, HealthStatus? health = null, string reason = "") =>
        notifications.Publish(Resource, new CustomResourceSnapshot { State = new(state), HealthStatus = health, Reason = reason });

    private static CustomResourceSnapshot Failure(Exception failed) => new()
    {
        State = new(KnownResourceStates.FailedToStart),
        Reason = failed.Message,
        IsProblem = failed is not DependencyFailedException,
        IsConsequence = failed is DependencyFailedException,
    };

    private void End(string state, int? exitCode, string reason, bool isProblem = false) => notifications.Publish(
        Resource, new CustomResourceSnapshot { State = new(state), ExitCode = exitCode, Reason = reason, IsProblem = isProblem });
}
