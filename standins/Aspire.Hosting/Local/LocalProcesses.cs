namespace Aspire.Hosting.Local;

/// <summary>
/// What only the stand-in can do, for tests that break things on purpose: <c>app.Services.GetRequiredService&lt;LocalProcesses&gt;()</c>.
/// </summary>
public sealed class LocalProcesses
{
    private readonly LocalHost _host;

    internal LocalProcesses(LocalHost host) => _host = host;

    /// <summary>The id of the resource's process; null when none runs.</summary>
    public int? ProcessId(string resourceName) => _host.Runner(resourceName).ProcessId;

    /// <summary>Sends SIGKILL and returns when the process is gone; <c>resource-start</c> starts it again on the same addresses.</summary>
    public Task KillAsync(string resourceName) => _host.Runner(resourceName).KillAsync();

    /// <summary>The last lines the resource wrote.</summary>
    public IReadOnlyList<string> LastLines(string resourceName) => _host.Runner(resourceName).Unit.Context.Log.Last;
}
