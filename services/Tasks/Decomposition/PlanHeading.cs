using System.Globalization;
using System.Text.RegularExpressions;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition;

/// <summary>What the lines above the table say: title, year, issuer, date of issue.</summary>
internal sealed partial record PlanHeading(string? Title, int? Year, string? Issuer, DateOnly? IssuedOn)
{
    private static readonly string[] TitleWords =
        ["分解表", "任务清单", "责任分工", "任务分工", "工作清单", "任务表", "任务分解", "分解落实", "责任清单", "责任分解", "计划表", "台账", "分工方案", "工作要点", "重点工作", "重点任务", "目标任务", "实事"];

    /// <summary>From 1; 〇, 零 and ○ are none of them.</summary>
    private const string Digits = "一二三四五六七八九";

    private const int LongestTitle = 80;

    /// <param name="above">The lines above the table.</param>
    /// <param name="below">Lines below it, which tell issuer and date where those above don't.</param>
    internal static PlanHeading Read(IReadOnlyList<string> above, IReadOnlyList<string> below)
    {
        var folded = above.Select(Width.Fold).ToList();
        var titleAt = TitleLine(folded);
        var title = titleAt < 0 ? null : above[titleAt].TrimStart('#', '＃');
        List<string> lines = [.. above, .. below];
        folded.AddRange(below.Select(Width.Fold));
        var year = YearIn(titleAt < 0 ? "" : folded[titleAt])
            ?? above.Select(Width.Fold).Where(l => l.Contains("年度", StringComparison.Ordinal)).Select(YearIn).FirstOrDefault(y => y is not null);
        return new PlanHeading(title, year, IssuerIn(lines, folded) ?? Signature(lines, folded)?.Issuer, DateIn(folded) ?? Signature(lines, folded)?.Date);
    }

    private static int TitleLine(List<string> folded)
    {
        var marked = folded.FindIndex(l => l.StartsWith('#'));
        if (marked >= 0) return marked;
        var named = folded.FindIndex(IsNamed);
        return named >= 0 ? named : folded.FindIndex(l => !l.Contains(':') && !AttachmentPattern().IsMatch(l) && !RowWords.IsSection(l));
    }

    private static bool IsNamed(string line) => line.Length <= LongestTitle && !line.StartsWith('(') && !line.EndsWith('。') && !RowWords.IsImprint(line)
        && TitleWords.Any(w => line.Contains(w, StringComparison.Ordinal));

    private static int? YearIn(string title) =>
        YearPattern().Match(title) is { Success: true } m ? int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)
        : ChineseYearPattern().Match(title) is { Success: true } said ? said.Groups[1].Value.Aggregate(0, (year, c) => (year * 10) + Digits.IndexOf(c, StringComparison.Ordinal) + 1)
        : null;

    private static string? IssuerIn(IReadOnlyList<string> lines, List<string> folded)
    {
        for (var i = 0; i < lines.Count; i++)
            if (IssuerPattern().Match(folded[i]) is { Success: true } m && lines[i][m.Length..^DateAtEnd(folded[i]).Length] is { Length: > 0 } name) return name;
        return null;
    }

    /// <summary>A date in a line of its own, and above it who signs; or a date behind the issuer's name.</summary>
    private static (string? Issuer, DateOnly Date)? Signature(List<string> lines, List<string> folded)
    {
        for (var i = 0; i < folded.Count; i++)
            if ((RowWords.IsDate(folded[i]) || (IssuerPattern().IsMatch(folded[i]) && DateAtEnd(folded[i]).Length > 0)) && DateIn([$"日期:{DateAtEnd(folded[i])}"]) is { } date)
                return (i > 0 && RowWords.IsSigner(folded[i - 1]) ? lines[i - 1] : null, date);
        return null;
    }

    /// <summary>The date that ends the line, brackets left out; empty where none does.</summary>
    private static string DateAtEnd(string folded) => LastDatePattern().Match(folded.TrimEnd(')')).Value;

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

    [GeneratedRegex("(二[〇零○][一二三四五六七八九〇零○]{2})年", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex ChineseYearPattern();

    [GeneratedRegex("^附件[0-9一二三四五]*:?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex AttachmentPattern();

    [GeneratedRegex("^(?:制表|制定|编制|印发|发文|发布)(?:单位|机关|部门):", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex IssuerPattern();

    [GeneratedRegex("[0-9]{4}年[0-9]{1,2}月(?:[0-9]{1,2}日)?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex LastDatePattern();

    [GeneratedRegex("(?:时间|日期):?([0-9]{4})[年./-]([0-9]{1,2})[月./-]([0-9]{1,2})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();
}
