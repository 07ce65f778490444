using Aspire.Hosting.Local;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command went.</summary>
public sealed class ExecuteCommandResult
{
    public required bool Success { get; init; }

    public string? ErrorMessage { get; init; }
}

/// <summary>Starts and stops single resources while the application runs.</summary>
public sealed class ResourceCommandService
{
    private readonly LocalHost _host;

    internal ResourceCommandService(LocalHost host) => _host = host;

    /// <summary><paramref name="resourceId"/> is the resource's name, <paramref name="commandName"/> one of <see cref="KnownResourceCommands"/>.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        var runner = _host.Runner(resourceId);
        if (commandName != KnownResourceCommands.StartCommand && commandName != KnownResourceCommands.StopCommand
            && commandName != KnownResourceCommands.RestartCommand)
            return new ExecuteCommandResult { Success = false, ErrorMessage = $"There is no command '{commandName}'." };
        if (commandName != KnownResourceCommands.StartCommand)
            await runner.StopAsync().WaitAsync(cancellationToken);
        if (commandName != KnownResourceCommands.StopCommand)
            await _host.StartAgainAsync(runner).WaitAsync(cancellationToken);
        return new ExecuteCommandResult { Success = true };
    }
}
