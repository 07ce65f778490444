namespace Suite.Indicators.Figures;

/// <summary>What counts of all figures told: of each place the one that supersedes the others. The order in which they are told makes no difference.</summary>
public sealed class FigureState
{
    readonly Dictionary<Cell, Figure> _current = [];

    public IReadOnlyDictionary<Cell, Figure> Current => _current;

    public void Tell(Figure figure)
    {
        if (!_current.TryGetValue(figure.Cell, out var before) || figure.Supersedes(before)) _current[figure.Cell] = figure;
    }

    public static FigureState Of(IEnumerable<Figure> figures)
    {
        var state = new FigureState();
        foreach (var figure in figures) state.Tell(figure);
        return state;
    }
}
