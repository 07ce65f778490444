namespace Suite.Directory.Seeding;

/// <summary>A seed file cannot be loaded; the message lists what is wrong, line by line.</summary>
public sealed class SeedException(string message) : Exception(message);

/// <summary>Collects what is wrong, so that one start tells everything.</summary>
sealed class SeedErrors(string file)
{
    const int MostShown = 20;

    readonly List<(long Line, string What)> _errors = [];

    public void Add(long line, string what) => _errors.Add((line, what));

    public void ThrowIfAny()
    {
        if (_errors.Count == 0) return;
        var shown = _errors.OrderBy(e => e.Line).Take(MostShown).Select(e => $"  line {e.Line}: {e.What}");
        var more = _errors.Count > MostShown ? [$"  and {_errors.Count - MostShown} more"] : Array.Empty<string>();
        throw new SeedException($"{file} was not loaded:\n{string.Join('\n', shown.Concat(more))}");
    }
}
