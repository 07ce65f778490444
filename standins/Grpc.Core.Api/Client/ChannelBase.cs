namespace Grpc.Core;

/// <summary>A connection, or several, to one server address.</summary>
public abstract class ChannelBase(string target)
{
    /// <summary>The address calls go to.</summary>
    public string Target { get; } = target;

    public abstract CallInvoker CreateCallInvoker();

    /// <summary>Ends the channel; calls still running are cancelled by it.</summary>
    public Task ShutdownAsync() => ShutdownAsyncCore();

    protected virtual Task ShutdownAsyncCore() => Task.CompletedTask;
}
