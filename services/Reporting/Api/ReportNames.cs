using System.Globalization;

namespace Suite.Reporting.Api;

/// <summary>The resource names of this service.</summary>
static class ReportNames
{
    const int LongestId = 100;

    public static bool IsPlan(string name) => IsOf("plans", name);

    /// <summary>{collection}/{id}</summary>
    public static bool IsOf(string collection, string name) => name.Split('/') is [var first, var id] && first == collection && IsId(id);

    /// <summary>The id in reports/{report}, or null where that is not its shape.</summary>
    public static string? ReportId(string name) => name.Split('/') is ["reports", var id] && IsId(id) ? id : null;

    /// <summary>2024-03, 2024Q1, 2024H1 or 2024.</summary>
    public static bool IsPeriod(string text) => text.Length is 4 or 6 or 7 && text[..4].All(char.IsAsciiDigit) && text[4..] is
        "" or "Q1" or "Q2" or "Q3" or "Q4" or "H1" or "H2" or ['-', '0', >= '1' and <= '9'] or ['-', '1', >= '0' and <= '2'];

    /// <summary>The parts of reports/{report}/figures/{ordinal}, or null where that is not its shape.</summary>
    public static (string Report, int Ordinal)? Figure(string name) =>
        name.Split('/') is ["reports", var id, "figures", var ordinal] && IsId(id)
            && int.TryParse(ordinal, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? (id, number) : null;

    static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
