namespace Suite.Reporting.Bulletins;

/// <summary>Numbers the figures of a bulletin in the order in which its text first speaks of them.</summary>
public sealed class FigureBook
{
    readonly List<Figure> _figures = [];

    public IReadOnlyList<Figure> Figures => _figures;

    public Figure Add(string label, decimal value, string unit, string formula, IEnumerable<FigureSource> sources)
    {
        var figure = new Figure(_figures.Count + 1, label, value, unit, formula, [.. sources]);
        _figures.Add(figure);
        return figure;
    }
}
