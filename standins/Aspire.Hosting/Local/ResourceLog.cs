using System.Text.RegularExpressions;

namespace Aspire.Hosting.Local;

/// <summary>A resource's lines: on the console with its name before each, in <c>logs/{name}.log</c>, and the last few at hand.</summary>
internal sealed partial class ResourceLog : IDisposable
{
    private const int Kept = 12;

    private readonly Queue<string> _last = new();
    private readonly StreamWriter _file;
    private readonly Action<string> _show;

    /// <summary>Begins a new file; that of the run before stays beside it as <c>{name}.previous.log</c>.</summary>
    public ResourceLog(string folder, string name, Action<string> show)
    {
        _show = show;
        FilePath = Path.Combine(folder, $"{name}.log");
        if (File.Exists(FilePath))
            File.Move(FilePath, Path.Combine(folder, $"{name}.previous.log"), overwrite: true);
        _file = new StreamWriter(FilePath) { AutoFlush = true };
    }

    public string FilePath { get; }

    public IReadOnlyList<string> Last
    {
        get
        {
            lock (_last)
                return [.. _last];
        }
    }

    public void Write(string coloured)
    {
        var line = Colours.Replace(coloured, "");
        lock (_last)
        {
            if (!_file.BaseStream.CanWrite)
                return;
            _file.WriteLine(line);
            _last.Enqueue(line);
            if (_last.Count > Kept)
                _last.Dequeue();
        }
        _show(line);
    }

    // RabbitMQ colours its lines whatever it writes to.
    [GeneratedRegex(@"\x1b\[[0-9;]*m", RegexOptions.NonBacktracking)]
    private static partial Regex Colours { get; }

    public void Dispose()
    {
        lock (_last)
            _file.Dispose();
    }
}
