using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Suite.Walkthrough.Import;

/// <summary>What the document itself says of its size: section headings such as 市《政府工作报告》(第 1 项-159 项).</summary>
static partial class DeclaredNumbers
{
    /// <summary>The highest task number a heading names; 0 where none names any.</summary>
    public static int Highest(ReadOnlySpan<byte> document) =>
        Ranges.Matches(Encoding.UTF8.GetString(document))
            .Select(range => int.Parse(range.Groups["last"].ValueSpan, CultureInfo.InvariantCulture))
            .DefaultIfEmpty().Max();

    [GeneratedRegex(@"第\s*[0-9]{1,4}\s*项\s*[-–—－~～至到]\s*第?\s*(?<last>[0-9]{1,4})\s*项", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Ranges { get; }
}
