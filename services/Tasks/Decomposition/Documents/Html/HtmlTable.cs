using System.Globalization;
using AngleSharp.Dom;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Documents.Html;

/// <summary>One table of a page: its own rows and cells, a table within a cell read as the cell's words.</summary>
internal sealed class HtmlTable(ReaderOptions options)
{
    /// <summary>By the HTML standard (4.9.12): a cell covers at most so many columns.</summary>
    private const int WidestSpan = 1000;

    private const int HighestSpan = 65534;

    internal Grid? Read(IElement table, ref int line, ref int places)
    {
        var grid = new GridBuilder(options);
        foreach (var row in Rows(table))
        {
            grid.StartRow(line);
            foreach (var cell in Cells(row)) grid.Add(Text(cell, line), Span(cell, "colspan", WidestSpan), Span(cell, "rowspan", HighestSpan));
            line++;
        }
        return grid.Build(ref places);
    }

    /// <summary>True where the table only places others on the page: one of its cells holds a table with at least as many cells.</summary>
    internal static bool IsLayout(IElement table)
    {
        var cells = Rows(table).SelectMany(Cells).ToList();
        return cells.Exists(c => c.QuerySelector("table") is { } inner && Rows(inner).SelectMany(Cells).Take(cells.Count).Count() == cells.Count);
    }

    internal static IEnumerable<IElement> Rows(IElement table) => table.Children.SelectMany(child =>
        child.LocalName == "tr" ? [child]
        : child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children.Where(r => r.LocalName == "tr")
        : Enumerable.Empty<IElement>());

    internal static IEnumerable<IElement> Cells(IElement row) => row.Children.Where(c => c.LocalName is "td" or "th");

    private CellText Text(IElement cell, int line)
    {
        var text = new CellTextBuilder(options, line);
        HtmlWalk walk = null!;
        walk = new HtmlWalk((words, isBold) => text.Add(words, isBold), text.EndParagraph, _ => text.EndParagraph(), table => walk.Children(table));
        walk.Children(cell);
        return text.Build();
    }

    /// <summary>0 rows means all that follow; what is no number counts as 1.</summary>
    private static int Span(IElement cell, string attribute, int most)
    {
        var written = cell.GetAttribute(attribute)?.Trim();
        if (string.IsNullOrEmpty(written) || !written.All(char.IsAsciiDigit)) return 1;
        var span = int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : most;
        return span > 0 ? span : attribute == "rowspan" ? most : 1;
    }
}
