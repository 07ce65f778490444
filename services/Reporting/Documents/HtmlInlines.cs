using Suite.Reporting.Papers;
using static Suite.Reporting.Documents.HtmlWriter;

namespace Suite.Reporting.Documents;

/// <summary>Pieces of a line as HTML. A figure is a target the first time it is told, so that its row in the sources leads back to it.</summary>
sealed class HtmlInlines
{
    readonly HashSet<int> _told = [];

    public string Of(Inline inline) => inline switch
    {
        Run { Strong: true } run => $"<strong>{Encode(run.Text)}</strong>",
        Run run => Encode(run.Text),
        Quote quote => $"<span{Target(quote.Figure)}>{Encode(quote.Figure.Text)}</span><sup>{Mark(quote.Figure)}</sup>",
        Misquote wrong => $"<span class=\"wrong\">{Encode(wrong.Text)}</span><sup>{Mark(wrong.Figure)}</sup>",
        Cell cell => $"<a class=\"m\"{Target(cell.Figure)} href=\"#f{cell.Figure.Ordinal}\" title=\"{Encode(cell.Figure.Label)}\">{Encode(Texts.Number(cell.Figure.Value))}</a>",
        Marks marks => marks.First == marks.Last ? Mark(marks.First) : $"{Mark(marks.First)}—{Mark(marks.Last)}",
        Anchor anchor => $"<a class=\"m\" href=\"#t{anchor.Figure.Ordinal}\">〔{anchor.Figure.Ordinal}〕</a>",
        _ => throw new InvalidOperationException($"{inline.GetType()} has no form in a page."),
    };

    static string Mark(Figure figure) => $"<a class=\"m\" href=\"#f{figure.Ordinal}\" title=\"{Encode(figure.Label)}\">〔{figure.Ordinal}〕</a>";

    string Target(Figure figure) => _told.Add(figure.Ordinal) ? $" id=\"t{figure.Ordinal}\"" : "";
}
