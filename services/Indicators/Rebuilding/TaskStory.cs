using Google.Protobuf;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Indicators.Rebuilding;

/// <summary>
/// The change feed of tasks, fetched into a file: it is read outside any transaction, since an open one holds back what the feed shows, and it can be
/// longer than fits into memory. The file goes with this object.
/// </summary>
public sealed class TaskStory(BoardService.BoardServiceClient tasks, TimeProvider clock) : IDisposable
{
    const int PageSize = 500;
    const int MostTries = 60;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    readonly FileStream _file = new(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
    string _token = "";

    /// <summary>Fetches what has come since the last time. Everything that tasks had committed when this was called is there afterwards.</summary>
    /// <exception cref="ProblemException">DEPENDENCY_UNAVAILABLE where something old does not come to its end.</exception>
    public async Task FetchAsync(CancellationToken cancellation)
    {
        _file.Seek(0, SeekOrigin.End);
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await FetchPagesAsync(cancellation)) return;
            await Task.Delay(Pause, clock, cancellation);
        }

        throw Problems.Because(Reason.DependencyUnavailable, "The feed of tasks is held back by something that has been under way for long; try again later.");
    }

    /// <summary>All that was fetched, in the order of the feed.</summary>
    public IEnumerable<TaskChange> Read()
    {
        _file.Position = 0;
        while (_file.Position < _file.Length) yield return TaskChange.Parser.ParseDelimitedFrom(_file);
    }

    public void Dispose() => _file.Dispose();

    /// <returns>False where something was held back.</returns>
    async Task<bool> FetchPagesAsync(CancellationToken cancellation)
    {
        var whole = false;
        for (var first = true; ; first = false)
        {
            var page = await tasks.ListTaskChangesAsync(new() { PageSize = PageSize, ResumeToken = _token }, cancellationToken: cancellation);
            foreach (var change in page.Changes) change.WriteDelimitedTo(_file);
            _token = page.ResumeToken;
            // What was not held back at the beginning is shown by the end.
            if (first) whole = page.HeldBack == 0;
            if (!page.More) return whole;
        }
    }
}
