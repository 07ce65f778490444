using System.Globalization;

namespace Aspire.Hosting.Local;

/// <summary>
/// Notes which processes run on a data folder, so that a host that starts after a crash can wait for, and if need be end, what the crashed
/// one left. A process is known by its id and its start time: ids are used again.
/// </summary>
internal sealed class RunningProcesses(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void Note(string name, int processId) => File.WriteAllText(PathOf(name), $"{processId} {StartTime(processId)}");

    public void Forget(string name) => File.Delete(PathOf(name));

    /// <summary>Returns when nothing of an earlier host runs any more.</summary>
    /// <param name="tell">Told of what had to be ended by force.</param>
    public async Task ClearAsync(Action<string> tell)
    {
        foreach (var path in Directory.EnumerateFiles(folder))
        {
            if (Read(path) is var (processId, startTime))
                await EndAsync(Path.GetFileName(path), processId, startTime, tell);
            File.Delete(path);
        }
    }

    private static async Task EndAsync(string name, int processId, string startTime, Action<string> tell)
    {
        var ends = TimeProvider.System.GetUtcNow() + Patience;
        while (StartTime(processId) == startTime)
        {
            if (TimeProvider.System.GetUtcNow() > ends)
            {
                tell($"'{name}' of a host that crashed was still running (process {processId}); it was ended by force.");
                Signals.Send(processId, Signals.Kill);
            }
            await Task.Delay(100);
        }
    }

    private static (int ProcessId, string StartTime)? Read(string path) =>
        File.ReadAllText(path).Split(' ') is [var id, { Length: > 0 } started]
        && int.TryParse(id, CultureInfo.InvariantCulture, out var processId) ? (processId, started) : null;

    // Field 22 of /proc/{id}/stat, counted after the command's closing parenthesis; a zombie runs no more.
    private static string StartTime(int processId)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{processId}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? "" : fields[19];
        }
        catch (IOException)
        {
            return "";
        }
    }

    private string PathOf(string name) => Path.Combine(folder, name);
}
