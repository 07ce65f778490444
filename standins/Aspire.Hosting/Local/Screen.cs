namespace Aspire.Hosting.Local;

/// <summary>Lines that scroll, and on a terminal below them a list that is drawn anew in place.</summary>
internal sealed class Screen(TextWriter writer, bool isLive)
{
    private readonly Lock _gate = new();
    private IReadOnlyList<string> _footer = [];
    private int _drawn;

    public bool IsLive => isLive;

    /// <summary>The list at the bottom; shown on a terminal only.</summary>
    public IReadOnlyList<string> Footer
    {
        get => _footer;
        set
        {
            lock (_gate)
            {
                _footer = value;
                if (isLive)
                    Draw([]);
            }
        }
    }

    public static bool IsTerminal(int rows) =>
        !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not (null or "dumb") && Console.WindowHeight > rows + 3;

    public void Print(IReadOnlyList<string> lines)
    {
        lock (_gate)
            Draw(lines);
    }

    public void Close()
    {
        lock (_gate)
            (_drawn, _footer) = (0, []);
    }

    private void Draw(IReadOnlyList<string> lines)
    {
        if (_drawn > 0)
            writer.Write($"\u001b[{_drawn}A\u001b[0J");
        foreach (var line in lines)
            writer.WriteLine(line);
        _drawn = 0;
        if (isLive && _footer.Count > 0)
        {
            var width = Math.Max(20, Console.WindowWidth - 1);
            writer.WriteLine(new string('-', Math.Min(width, 60)));
            foreach (var row in _footer)
                writer.WriteLine(row.Length > width ? row[..width] : row);
            _drawn = _footer.Count + 1;
        }
        writer.Flush();
    }
}
