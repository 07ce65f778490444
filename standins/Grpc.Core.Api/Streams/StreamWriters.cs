namespace Grpc.Core;

/// <summary>Sends messages one after the other; each write is awaited before the next.</summary>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Options for the writes that follow.</summary>
    WriteOptions? WriteOptions { get; set; }

    Task WriteAsync(T message);

    /// <summary>Writes unless cancelled; cancelling may end the whole call.</summary>
    /// <exception cref="NotSupportedException">The token can be cancelled and this writer cannot.</exception>
    Task WriteAsync(T message, CancellationToken cancellationToken) => cancellationToken.CanBeCanceled
        ? throw new NotSupportedException($"{GetType()} cannot cancel a write.")
        : WriteAsync(message);
}

/// <summary>What a server answers with; it ends when the method returns.</summary>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;

/// <summary>What a client sends; it ends when the client says so.</summary>
public interface IClientStreamWriter<in T> : IAsyncStreamWriter<T>
{
    /// <summary>Tells the server that nothing more comes.</summary>
    Task CompleteAsync();
}
