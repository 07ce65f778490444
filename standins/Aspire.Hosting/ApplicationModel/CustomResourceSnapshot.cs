using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The state of a resource, one of <see cref="KnownResourceStates"/>.</summary>
public sealed record ResourceStateSnapshot(string Text);

/// <summary>What is known of a resource at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    public ResourceStateSnapshot? State { get; init; }

    /// <summary>Set once the process ended; 128 + n when signal n ended it.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Null while the resource is not running.</summary>
    public HealthStatus? HealthStatus { get; init; }

    /// <summary>Why the resource failed, is unhealthy or waits, in one sentence; empty when there is nothing to say.</summary>
    internal string Reason { get; init; } = "";

    /// <summary>Whether the end was neither asked for nor a success.</summary>
    internal bool IsProblem { get; init; }

    /// <summary>Whether it failed only because another resource did; that one's problem is the one to look at.</summary>
    internal bool IsConsequence { get; init; }

    internal bool IsHealthy => State?.Text == KnownResourceStates.Running
        && HealthStatus == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy;

    internal bool IsTerminal => KnownResourceStates.TerminalStates.Contains(State?.Text);
}

/// <summary>A change of a resource's snapshot.</summary>
public sealed record ResourceEvent(IResource Resource, string ResourceId, CustomResourceSnapshot Snapshot);
