using System.Collections.Concurrent;
using System.Diagnostics;

namespace Aspire.Hosting.Local;

/// <summary>
/// Starts processes from one thread that lives as long as the host. A child's parent-death signal is tied to the thread that started it,
/// and the pool ends its threads when it likes.
/// </summary>
internal static class Spawner
{
    private static readonly BlockingCollection<Action> Work = [];

    static Spawner() => new Thread(() =>
    {
        foreach (var work in Work.GetConsumingEnumerable())
            work();
    })
    { IsBackground = true, Name = "spawner" }.Start();

    public static Task StartAsync(Process process)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                process.Start();
                started.SetResult();
            }
            catch (Exception failed)
            {
                started.SetException(failed);
            }
        });
        return started.Task;
    }
}
