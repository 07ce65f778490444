using System.Globalization;
using AngleSharp.Dom;

namespace Suite.Tasks.Decomposition.Documents.Html;

/// <summary>Goes through a page as it is read: words with their weight, where paragraphs and headings end, and the tables.</summary>
/// <param name="heading">Called at a heading's end with its level.</param>
internal sealed class HtmlWalk(Action<string, bool> run, Action paragraph, Action<int> heading, Action<IElement> table)
{
    private bool isBold;

    internal void Children(INode parent)
    {
        for (var child = parent.FirstChild; child is not null; child = child.NextSibling)
            if (child is IText text) run(text.Data, isBold);
            else if (child is IElement element) Element(element);
    }

    private void Element(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "head" or "title" or "template" or "svg" or "math" or "object" or "iframe" or "select" or "textarea":
                break;
            case "br":
                paragraph();
                break;
            case "table":
                table(element);
                break;
            case "b" or "strong":
                Bold(element, bold: true);
                break;
            case ['h', >= '1' and <= '6'] name:
                paragraph();
                Children(element);
                heading(name[1] - '0');
                break;
            case "ol":
                paragraph();
                Items(element);
                paragraph();
                break;
            case "p" or "div" or "li" or "ul" or "dl" or "dt" or "dd" or "section" or "article" or "main" or "header" or "footer" or "nav" or "aside"
                or "blockquote" or "pre" or "hr" or "figure" or "figcaption" or "address" or "center" or "form" or "fieldset" or "legend" or "details"
                or "summary" or "caption" or "thead" or "tbody" or "tfoot" or "tr" or "td" or "th":
                paragraph();
                Bold(element, Weight(element));
                paragraph();
                break;
            default:
                Bold(element, Weight(element));
                break;
        }
    }

    private void Bold(IElement element, bool? bold)
    {
        var before = isBold;
        isBold = bold ?? isBold;
        Children(element);
        isBold = before;
    }

    /// <summary>The weight a style attribute gives, as word processors write it; null where it gives none.</summary>
    private static bool? Weight(IElement element)
    {
        if (element.GetAttribute("style") is not { } style) return null;
        var at = style.IndexOf("font-weight", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var value = style.AsSpan(at + "font-weight".Length).TrimStart(" :\t\r\n");
        return value.StartsWith("bold", StringComparison.OrdinalIgnoreCase) || (value.Length > 2 && value[0] is >= '6' and <= '9' && value[1] == '0');
    }

    /// <summary>The items of an ordered list, each with the number a reader of the page sees.</summary>
    private void Items(IElement list)
    {
        var items = list.Children.Where(c => c.LocalName == "li").ToList();
        var isReversed = list.HasAttribute("reversed");
        var number = Number(list, "start") ?? (isReversed ? items.Count : 1);
        foreach (var child in list.Children)
        {
            paragraph();
            if (child.LocalName != "li")
            {
                Element(child);
                continue;
            }
            number = Number(child, "value") ?? number;
            run(ListNumber.Write(number, list.GetAttribute("type")), false);
            Children(child);
            number += isReversed ? -1 : 1;
        }
    }

    private static int? Number(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && Math.Abs((long)number) < 1_000_000 ? number : null;
}
