using Suite.Reporting.Papers;

namespace Suite.Reporting.Documents;

/// <summary>Pieces of a line without their look.</summary>
static class Plain
{
    public static string Of(Inline inline) => inline switch
    {
        Run run => run.Text,
        Quote quote => quote.Figure.Text + Mark(quote.Figure),
        Misquote wrong => wrong.Text + Mark(wrong.Figure),
        Cell cell => Texts.Number(cell.Figure.Value),
        Marks marks => Row(marks),
        Anchor anchor => Mark(anchor.Figure),
        Anchors anchors => Mark(anchors.Figures),
        _ => throw new InvalidOperationException($"{inline.GetType()} has no text."),
    };

    public static string Mark(Figure figure) => $"〔{figure.Ordinal}〕";

    /// <summary>Without brackets: these marks have a column of their own.</summary>
    public static string Row(Marks marks) => marks.First == marks.Last ? $"{marks.First.Ordinal}" : $"{marks.First.Ordinal}-{marks.Last.Ordinal}";

    public static string Mark(IReadOnlyList<Figure> figures) => $"〔{Texts.Ranges(figures.Select(f => f.Ordinal))}〕";
}
