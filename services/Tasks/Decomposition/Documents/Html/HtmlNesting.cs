using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Suite.Tasks.Decomposition.Documents.Html;

/// <summary>
/// Follows the tags of a page as the parser meets them and refuses what would keep it busy: a parser looks through all open elements at
/// nearly every tag, so tags times depth is what a page costs. The depth is followed by the rules of the HTML standard (13.2.6) as far as
/// they close elements; elements whose end tag may be left out close one another and do not count.
/// </summary>
internal sealed class HtmlNesting(ReaderOptions options)
{
    /// <summary>Tags times depth, at most: some two seconds of the parser.</summary>
    private const long MostWork = 8_000_000;

    private static readonly FrozenSet<string> NeverOpen = FrozenSet.Create(StringComparer.Ordinal,
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
        "html", "head", "body", "p", "li", "dt", "dd", "option", "optgroup", "colgroup", "rt", "rp", "rb", "rtc");

    private static readonly FrozenSet<string> TableParts = FrozenSet.Create(StringComparer.Ordinal, "caption", "tbody", "thead", "tfoot", "tr", "td", "th");

    /// <summary>Elements that an end tag of an inner, ordinary element does not reach through.</summary>
    private static readonly FrozenSet<string> Special = FrozenSet.Create(StringComparer.Ordinal,
        "address", "applet", "article", "aside", "blockquote", "button", "center", "details", "dir", "div", "dl", "fieldset", "figcaption", "figure", "footer",
        "form", "frameset", "h", "header", "hgroup", "iframe", "listing", "main", "marquee", "menu", "nav", "object", "ol", "pre", "section", "select", "summary",
        "table", "template", "textarea", "title", "ul", "foreignobject", "desc");

    /// <summary>Elements that no end tag from inside reaches through.</summary>
    private static readonly FrozenSet<string> Scopes = FrozenSet.Create(StringComparer.Ordinal,
        "table", "applet", "marquee", "object", "template", "button", "select", "foreignobject", "desc");

    private readonly List<string> open = [];
    private long work;

    /// <exception cref="PlanFormatException">The page is nested deeper, or costs more, than allowed.</exception>
    internal void Follow(HtmlToken token)
    {
        if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag)) return;
        var name = token.Name is ['h', >= '1' and <= '6'] ? "h" : token.Name;
        if (token.Type == HtmlTokenType.StartTag) Open(name);
        else Close(name);
        work += open.Count + 1;
        if (open.Count > options.MaxDepth || work > MostWork) throw Limits.TooDeep(options, "The page");
    }

    private void Open(string name)
    {
        if (TableParts.Contains(name)) CloseTo(open.LastIndexOf("table") + 1);
        else if (!NeverOpen.Contains(name)) open.Add(name);
    }

    /// <summary>Nothing outside every table is closed by a cell.</summary>
    private void CloseTo(int depth)
    {
        if (depth > 0) open.RemoveRange(depth, open.Count - depth);
    }

    private void Close(string name)
    {
        var isSpecial = Special.Contains(name);
        for (var i = open.Count - 1; i >= 0; i--)
            if (open[i] == name)
            {
                open.RemoveRange(i, open.Count - i);
                return;
            }
            else if (isSpecial ? Scopes.Contains(open[i]) && name != "table" : Special.Contains(open[i])) return;
    }
}
