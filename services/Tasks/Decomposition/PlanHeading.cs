using System.Globalization;
using System.Text.RegularExpressions;
using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition;

/// <summary>What the lines above the table say: title, year, issuer, date of issue.</summary>
internal sealed partial record PlanHeading(string? Title, int? Year, string? Issuer, DateOnly? IssuedOn)
{
    private static readonly string[] TitleWords = ["分解表", "任务清单", "责任分工", "任务分工", "工作清单", "任务表"];

    /// <param name="above">The lines above the table.</param>
    /// <param name="below">Lines below it, which tell issuer and date where those above don't.</param>
    internal static PlanHeading Read(IReadOnlyList<string> above, IReadOnlyList<string> below)
    {
        var folded = above.Select(Width.Fold).ToList();
        var titleAt = TitleLine(folded);
        var title = titleAt < 0 ? null : above[titleAt].TrimStart('#', '＃');
        List<string> lines = [.. above, .. below];
        folded.AddRange(below.Select(Width.Fold));
        return new PlanHeading(title, YearIn(titleAt < 0 ? "" : folded[titleAt]), IssuerIn(lines, folded), DateIn(folded));
    }

    private static int TitleLine(List<string> folded)
    {
        var named = folded.FindIndex(l => TitleWords.Any(w => l.Contains(w, StringComparison.Ordinal)));
        if (named >= 0) return named;
        var marked = folded.FindIndex(l => l.StartsWith('#'));
        return marked >= 0 ? marked : folded.FindIndex(l => !l.Contains(':'));
    }

    private static int? YearIn(string title) =>
        YearPattern().Match(title) is { Success: true } m ? int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static string? IssuerIn(IReadOnlyList<string> lines, List<string> folded)
    {
        for (var i = 0; i < lines.Count; i++)
            if (IssuerPattern().Match(folded[i]) is { Success: true } m && m.Length < lines[i].Length) return lines[i][m.Length..];
        return null;
    }

    private static DateOnly? DateIn(List<string> folded)
    {
        foreach (var line in folded)
            if (DatePattern().Match(line) is { Success: true } m
                && DateOnly.TryParseExact($"{m.Groups[1].Value}-{m.Groups[2].Value}-{m.Groups[3].Value}", "yyyy-M-d",
                    CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
        return null;
    }

    [GeneratedRegex("((?:19|20)[0-9]{2})年", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex YearPattern();

    [GeneratedRegex("^(?:制表|制定|编制|印发|发文|发布)(?:单位|机关|部门):", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex IssuerPattern();

    [GeneratedRegex("(?:时间|日期):?([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();
}
