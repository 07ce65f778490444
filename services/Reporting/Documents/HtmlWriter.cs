using System.Globalization;
using System.Net;
using System.Text;
using Suite.Reporting.Papers;

namespace Suite.Reporting.Documents;

/// <summary>
/// Writes a document as one page that needs nothing else: no script, no style or picture from elsewhere. Every figure is linked to its row in
/// the sources and back. The same document gives the same bytes.
/// </summary>
public static class HtmlWriter
{
    const string Style = """
        body{font-family:"FangSong","仿宋","Noto Serif CJK SC",serif;max-width:60rem;margin:2rem auto;padding:0 1rem;line-height:1.7;color:#222}
        header{text-align:center}.issuer{color:#c00;font-size:2rem;margin:0}.kind{color:#c00;margin:0}h1{font-size:1.5rem}h2{font-size:1.2rem}h3{font-size:1.05rem}
        p.text{text-indent:2em;margin:.4rem 0}table{border-collapse:collapse;width:100%;margin:1rem 0;font-size:.9rem}caption{font-weight:bold;padding:.3rem}
        th,td{border:1px solid #666;padding:.25rem .4rem;vertical-align:top}th{background:#eef2f8}td.n{text-align:right}sup a,a.m{text-decoration:none}
        .wide{overflow-x:auto;margin:1rem 0}.wide table{margin:0}th,td.n{white-space:nowrap}td:not(.n){min-width:5em}figure{margin:1rem 0}figcaption,.legend{text-align:center}.wide svg{min-width:40rem}
        @media print{.wide{overflow:visible}.wide svg{min-width:0}thead{display:table-header-group}tr{break-inside:avoid}}
        a:focus,a:target,tr:target{outline:2px solid #c60;background:#fff4e0}.wrong{background:#fdd}.edited{border-left:3px solid #c60;padding-left:.5rem}footer{text-align:right}
        """;

    public static byte[] Write(Paper paper)
    {
        var page = new StringBuilder($$"""
            <!DOCTYPE html>
            <html lang="{{Encode(paper.Language)}}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Encode(paper.Title)}}</title>
            <style>{{Style}}</style>
            </head>
            <body>
            <header><p class="issuer">{{Encode(paper.Issuer)}}</p><p class="kind">{{Encode(paper.Kind)}}</p><p>{{Encode(paper.DocumentNumber)}}</p><h1>{{Encode(paper.Title)}}</h1></header>
            <main>

            """);
        if (paper.Salutation.Length > 0) page.Append($"<p>{Encode(paper.Salutation)}</p>\n");
        var inlines = new HtmlInlines();
        foreach (var block in paper.Blocks) Write(page, block, inlines);
        if (paper.Closing.Length > 0) page.Append($"<p class=\"text\">{Encode(paper.Closing)}</p>\n");
        page.Append($"</main>\n<footer><p>{Encode(paper.Issuer)}</p><p>{Encode(paper.Date)}</p></footer>\n");
        page.Append($"<section aria-labelledby=\"sources\"><h2 id=\"sources\">{Encode(paper.Annex.Title)}</h2><p>{Encode(paper.Annex.Note)}</p>\n");
        Sources(page, paper.Annex.Sources, inlines);
        if (paper.Annex.Closing.Length > 0) page.Append($"<p>{Encode(paper.Annex.Closing)}</p>\n");
        page.Append("</section>\n</body>\n</html>\n");
        return Encoding.UTF8.GetBytes(page.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>What is wider than the screen is moved within it, by keys too; the page itself stays.</summary>
    internal const string Wide = "<div class=\"wide\" tabindex=\"0\">";

    internal static string Encode(string text) => WebUtility.HtmlEncode(text);

    static void Write(StringBuilder page, Block block, HtmlInlines inlines)
    {
        switch (block)
        {
            case Heading heading:
                page.Append(CultureInfo.InvariantCulture, $"<h{heading.Level + 1}>{Encode(heading.Text)}</h{heading.Level + 1}>\n");
                break;
            case Paragraph paragraph:
                page.Append($"<p class=\"text{(paragraph.Edited ? " edited" : "")}\">{string.Concat(paragraph.Inlines.Select(inlines.Of))}</p>\n");
                break;
            case Table table:
                WriteTable(page, table, inlines);
                break;
            case Chart chart:
                page.Append(HtmlChart.Of(chart));
                break;
            default:
                throw new InvalidOperationException($"{block.GetType()} has no form in a page.");
        }
    }

    static void WriteTable(StringBuilder page, Table table, HtmlInlines inlines)
    {
        Head(page, table);
        foreach (var row in table.Rows) Row(page, table, row, "", inlines);
        page.Append("</tbody></table></div>\n");
    }

    static void Sources(StringBuilder page, Table table, HtmlInlines inlines)
    {
        Head(page, table);
        foreach (var row in table.Rows) Row(page, table, row, row[0] is Anchor anchor ? $" id=\"f{anchor.Figure.Ordinal}\" data-figure=\"{anchor.Figure.Key}\"" : "", inlines);
        page.Append("</tbody></table></div>\n");
    }

    static void Head(StringBuilder page, Table table)
    {
        page.Append($"{Wide}<table>");
        if (table.Title.Length > 0) page.Append($"<caption>{Encode(table.Title)}</caption>");
        page.Append("<thead><tr>").AppendJoin("", table.Columns.Select(c => $"<th scope=\"col\">{Encode(c.Title)}</th>")).Append("</tr></thead><tbody>\n");
    }

    static void Row(StringBuilder page, Table table, IReadOnlyList<Inline> row, string attributes, HtmlInlines inlines)
    {
        page.Append($"<tr{attributes}>");
        foreach (var (at, cell) in row.Index())
        {
            var span = at == row.Count - 1 && row.Count < table.Columns.Count ? $" colspan=\"{table.Columns.Count - at}\"" : "";
            page.Append($"<td{(cell is Cell ? " class=\"n\"" : "")}{span}>{inlines.Of(cell)}</td>");
        }

        page.Append("</tr>\n");
    }
}
