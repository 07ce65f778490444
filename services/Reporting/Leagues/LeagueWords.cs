using System.Globalization;
using Suite.Reporting.Papers;
using Suite.Reporting.Wording;

namespace Suite.Reporting.Leagues;

/// <summary>How periods and indicators of a league are called.</summary>
static class LeagueWords
{
    const int LongestName = 30;

    /// <summary>2024年3月, 2024年一季度, 2024年上半年, 2024年; what is no period stays as it is.</summary>
    public static string Period(Wordings words, string period)
    {
        if (period.Length < 4 || !int.TryParse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return Texts.Line(period);
        return period[4..] switch
        {
            "" => words.Format("PeriodYear", year),
            ['Q', >= '1' and <= '4' and var quarter] => words.Format("PeriodPart", year, words.Quarter(quarter - '0')),
            "H1" => words.Format("PeriodPart", year, words["PeriodFirstHalf"]),
            "H2" => words.Format("PeriodPart", year, words["PeriodSecondHalf"]),
            ['-', .. var month] when int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12 =>
                words.Format("PeriodMonth", year, words.IsEnglish ? CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(number) : number),
            _ => Texts.Line(period),
        };
    }

    /// <summary>With what is compared of it: 地区生产总值名义增速.</summary>
    public static string Part(Wordings words, LeaguePart part)
    {
        var name = Texts.Excerpt(words.IsEnglish && part.EnglishName.Length > 0 ? part.EnglishName : part.Name, LongestName);
        return part.Basis switch
        {
            LeagueBasis.NominalGrowth => words.Format("LeagueNominal", name),
            LeagueBasis.PublishedGrowth => words.Format("LeaguePublished", name),
            _ => part.Adds ? words.Format("LeagueToDate", name) : name,
        };
    }

    public static string Unit(Wordings words, LeaguePart part) => part.Basis == LeagueBasis.Value ? Texts.Line(part.Unit) : words["PercentUnit"];

    /// <summary>Column head: name and unit.</summary>
    public static string Head(Wordings words, LeaguePart part) => Unit(words, part) is { Length: > 0 } unit ? Part(words, part) + words.Format("InBrackets", unit) : Part(words, part);

    public static string Better(Wordings words, LeaguePart part) => part.Better switch
    {
        Leagues.Better.Less => words["LeagueLess"],
        Leagues.Better.Band => words.Format("LeagueBand", part.Low is { } low ? Texts.Number(low) : "", part.High is { } high ? Texts.Number(high) : ""),
        _ => words["LeagueMore"],
    };

    /// <summary>How a figure of a league was made, in a few words for the appendix; null for formulas of other documents.</summary>
    public static string? Formula(Wordings words, string formula) => formula.IndexOf('(', StringComparison.Ordinal) is var open and > 0 ? formula[..open] switch
    {
        "league_value" => words["FormulaValue"],
        "league_nominal_growth" => words["FormulaNominal"],
        "league_published_growth" => words["FormulaPublished"],
        "league_points" => words[$"FormulaPoints{(formula.Contains("missing", StringComparison.Ordinal) ? "Missing" : formula.Contains("worst", StringComparison.Ordinal) ? "MinMax" : formula.Contains("mean", StringComparison.Ordinal) ? "ZScore" : "Ranks")}"],
        "league_score" => words["FormulaScore"],
        "league_rank" => words["FormulaRank"],
        "league_move" => words["FormulaMove"],
        "league_change" => words["FormulaChange"],
        "league_weight" => words["FormulaWeight"],
        "league_best" or "league_worst" => words["FormulaExtreme"],
        _ => null,
    } : null;
}
