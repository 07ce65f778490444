using System.Diagnostics;
using Suite.Testing;

namespace Suite.Tests.Running;

/// <summary><c>./run</c> as somebody would start it in a terminal.</summary>
/// <param name="Output">Both streams, in the order they came.</param>
public sealed record OnceRun(int ExitCode, string Output, TimeSpan Took)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(8);

    public static async Task<OnceRun> StartAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "run"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var began = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = new List<string>();
        await Task.WhenAll(CopyAsync(process.StandardOutput, output), CopyAsync(process.StandardError, output), ExitAsync(process));
        return new(process.ExitCode, string.Join('\n', output), began.Elapsed);
    }

    static async Task CopyAsync(StreamReader reader, List<string> lines)
    {
        while (await reader.ReadLineAsync() is { } line)
            lock (lines)
                lines.Add(line);
    }

    static async Task ExitAsync(Process process)
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"./run did not end within {Longest}.");
        }
    }
}
