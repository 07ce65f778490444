using System.Collections;
using System.Diagnostics;

namespace Aspire.Hosting.Local;

/// <summary>A running child: its own session, so that Ctrl-C reaches the host alone, and bound to the host's life.</summary>
internal sealed class ChildProcess
{
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);
    private readonly Process _process;

    private ChildProcess(Process process, Action<string> onLine)
    {
        _process = process;
        var output = Task.WhenAll(ReadAsync(process.StandardOutput, onLine), ReadAsync(process.StandardError, onLine));
        Exited = WaitAsync(output);
    }

    public int Id => _process.Id;

    /// <summary>The exit code, 128 + n when signal n ended it; completes when its last lines are read.</summary>
    public Task<int> Exited { get; }

    public static async Task<ChildProcess> StartAsync(ChildCommand command, Action<string> onLine)
    {
        var process = new Process { StartInfo = Describe(command) };
        await Spawner.StartAsync(process);
        var child = new ChildProcess(process, onLine);
        await child.FeedAsync(command.Input);
        return child;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(ChildCommand command, CancellationToken cancellation)
    {
        var lines = new List<string>();
        var child = await StartAsync(command, line =>
        {
            lock (lines)
                lines.Add(line);
        });
        await using var cancelled = cancellation.Register(child.Kill);
        return (await child.Exited, string.Join('\n', lines));
    }

    /// <summary>Asks it to end, and ends it by force after the grace period.</summary>
    /// <returns>Whether force was needed.</returns>
    public async Task<bool> StopAsync(int signal, TimeSpan grace)
    {
        if (Exited.IsCompleted)
            return false;
        Signals.Send(Id, signal);
        if (await Task.WhenAny(Exited, Task.Delay(grace)) == Exited)
            return false;
        Kill();
        await Exited;
        return true;
    }

    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    private static ProcessStartInfo Describe(ChildCommand command)
    {
        // setsid and setpriv replace themselves by the program, so the process started here stays the program's.
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = command.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("setpriv");
        string[] account = command.RunAs is { } user ? [$"--reuid={user}", $"--regid={user}", "--clear-groups"] : [];
        foreach (var argument in account.Append($"--pdeathsig={command.SignalWhenHostDies}").Append(command.FileName)
            .Concat(command.Arguments))
            start.ArgumentList.Add(argument);
        SetEnvironment(start.Environment, command);
        return start;
    }

    private static void SetEnvironment(IDictionary<string, string?> environment, ChildCommand command)
    {
        environment.Clear();
        environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "/usr/sbin:/usr/bin:/sbin:/bin";
        environment["LANG"] = "C.UTF-8";
        if (command.InheritsEnvironment)
        {
            foreach (DictionaryEntry variable in System.Environment.GetEnvironmentVariables())
                if (IsInherited((string)variable.Key))
                    environment[(string)variable.Key] = (string?)variable.Value;
        }
        foreach (var (name, value) in command.Environment)
            environment[name] = value;
    }

    // What is meant for the host itself: its own addresses and passwords. The model passes on what a project should know.
    private static bool IsInherited(string name) =>
        !name.StartsWith("SUITE_", StringComparison.Ordinal) && !name.StartsWith("OTEL_", StringComparison.Ordinal)
        && !name.StartsWith("Kestrel__", StringComparison.OrdinalIgnoreCase)
        && name is not ("ASPNETCORE_URLS" or "ASPNETCORE_HTTP_PORTS" or "ASPNETCORE_HTTPS_PORTS" or "DOTNET_LAUNCH_PROFILE");

    private static async Task ReadAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
            onLine(line);
    }

    private async Task FeedAsync(string input)
    {
        try
        {
            await _process.StandardInput.WriteAsync(input);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code tells.
            await Exited;
        }
    }

    private async Task<int> WaitAsync(Task output)
    {
        await _process.WaitForExitAsync();
        // A grandchild may hold the pipes open; the exit is not kept waiting for it.
        await Task.WhenAny(output, Task.Delay(OutputGrace));
        return _process.ExitCode;
    }
}
