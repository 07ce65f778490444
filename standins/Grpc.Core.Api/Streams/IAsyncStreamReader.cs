namespace Grpc.Core;

/// <summary>Messages as they arrive; one reader at a time.</summary>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message the last successful <see cref="MoveNext"/> read.</summary>
    T Current { get; }

    /// <summary>Waits for the next message; false when the other side has sent its last.</summary>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
