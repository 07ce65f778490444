namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states a resource goes through.</summary>
public static class KnownResourceStates
{
    public static readonly string NotStarted = "NotStarted";
    public static readonly string Waiting = "Waiting";
    public static readonly string Starting = "Starting";
    public static readonly string Running = "Running";
    public static readonly string Stopping = "Stopping";

    /// <summary>Ended by itself with exit code 0.</summary>
    public static readonly string Finished = "Finished";

    /// <summary>Ended otherwise: with another exit code, by a signal, or because it was stopped.</summary>
    public static readonly string Exited = "Exited";
    public static readonly string FailedToStart = "FailedToStart";

    public static IReadOnlyList<string?> TerminalStates { get; } = [Finished, Exited, FailedToStart];
}

/// <summary>The commands every resource with a process understands.</summary>
public static class KnownResourceCommands
{
    public static readonly string StartCommand = "resource-start";
    public static readonly string StopCommand = "resource-stop";
    public static readonly string RestartCommand = "resource-restart";
}
