using System.Net;
using System.Text.RegularExpressions;
using Suite.Reporting.V1;

namespace Suite.Year.Tests;

/// <summary>A document's page: its tables as they read.</summary>
sealed partial class Page
{
    /// <summary>Tables, rows, cells; each with its head.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Tables { get; private init; } = [];

    public static async Task<Page> OfAsync(Press press, Report report)
    {
        var html = (await press.Reports.DownloadReportAsync(new() { Name = report.Name, Format = FileFormat.Html })).Data.ToStringUtf8();
        return new() { Tables = [.. Table().Matches(html).Select(t => Row().Matches(t.Value).Select(r => Cell().Matches(r.Value).Select(Text).ToList()).ToList())] };
    }

    static string Text(Match cell) => WebUtility.HtmlDecode(Tag().Replace(cell.Groups[1].Value, "")).Trim();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline, 5000)]
    private static partial Regex Table();

    [GeneratedRegex("<tr.*?</tr>", RegexOptions.Singleline, 5000)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline, 5000)]
    private static partial Regex Cell();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 5000)]
    private static partial Regex Tag();
}
