using System.Collections.Concurrent;
using System.Diagnostics;

namespace Suite.Aspire.Hosting.Tests;

/// <summary>The sample host as a process of its own, with all it prints.</summary>
internal sealed class HostProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();

    public HostProcess(TemporaryFolder data, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { new Projects.Sample_Host().AssemblyPath, data.Setting }.Concat(arguments))
            start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.ErrorDataReceived += (_, line) => _lines.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Output => string.Join('\n', _lines);

    public int IndexOf(string text) => Array.FindIndex([.. _lines], line => line.Contains(text, StringComparison.Ordinal));

    public async Task SaysAsync(string text)
    {
        var watch = Stopwatch.StartNew();
        while (IndexOf(text) < 0)
        {
            if (watch.Elapsed > Patience || _process.HasExited)
                throw new TimeoutException($"The host did not say '{text}' but:\n{Output}");
            await Task.Delay(50, Support.Cancelled);
        }
    }

    public void Signal(int signal) => Signals.Send(_process.Id, signal);

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(Support.Cancelled).WaitAsync(Patience, Support.Cancelled);
        return _process.ExitCode;
    }

    /// <summary>Whatever runs with the data folder in its command line, environment or as its place; ids with their commands.</summary>
    public static List<string> ProcessesOn(TemporaryFolder data) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where int.TryParse(Path.GetFileName(folder), out var id) && id != Environment.ProcessId
           let command = Read(folder, "cmdline")
           where (command + Read(folder, "environ") + PlaceOf(folder)).Contains(data.Path, StringComparison.Ordinal)
           select $"{Path.GetFileName(folder)} {command}",
    ];

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static string Read(string folder, string name)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, name)).Replace('\0', ' ');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static string PlaceOf(string folder)
    {
        try
        {
            return File.ResolveLinkTarget(Path.Combine(folder, "cwd"), returnFinalTarget: false)?.FullName ?? "";
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
