namespace Grpc.Core;

/// <summary>Where a channel stands with its connections.</summary>
public enum ConnectivityState
{
    /// <summary>No connection and no attempt; the next call makes one.</summary>
    Idle,

    Connecting,

    /// <summary>Connected.</summary>
    Ready,

    /// <summary>The last attempt failed; another follows after a pause.</summary>
    TransientFailure,

    /// <summary>Ended for good.</summary>
    Shutdown,
}
