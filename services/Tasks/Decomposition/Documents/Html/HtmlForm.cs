using System.Text.RegularExpressions;

namespace Suite.Tasks.Decomposition.Documents.Html;

/// <summary>Tells a page from a text whose cells carry a little markup: a page begins as one, or has a table in tags.</summary>
internal static partial class HtmlForm
{
    private const int Looked = 4096;

    internal static bool Is(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, Looked)).TrimStart();
        return Beginning().IsMatch(start) || ((start.StartsWith('<') || !start.Contains('\t')) && Table().IsMatch(text));
    }

    [GeneratedRegex("^(?:<\\?xml[^>]*>)?\\s*(?:<!--[^>]*>\\s*)*<(?:!doctype\\s+html|html|head|body|meta|title|table|div|style|h[1-6])[\\s>/]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    [GeneratedRegex("<table[\\s>][^\\x00]*</t[drh]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}
