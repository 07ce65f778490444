using System.Globalization;

namespace Suite.Tasks.Progress;

public enum PeriodKind
{
    Quarter = 1,
    HalfYear = 2,
    Month = 3,
}

/// <summary>A part of the year that is reported on: q1 to q4, h1 and h2, m1 to m12.</summary>
/// <param name="Number">Counts from 1 within the year.</param>
public readonly record struct ReportPeriod(PeriodKind Kind, int Number)
{
    const int MonthsInQuarter = 3;
    const int MonthsInYear = 12;
    const string Letters = "qhm";

    /// <summary>1 to 12.</summary>
    public int EndMonth => Number * Months(Kind);

    /// <summary>The quarter it ends in, 1 to 4.</summary>
    public int Quarter => (EndMonth + MonthsInQuarter - 1) / MonthsInQuarter;

    public bool IsFirst => Number == 1;

    public bool IsLast => EndMonth == MonthsInYear;

    /// <summary>The quarters whose last day lies in it; none for a month within a quarter.</summary>
    public IEnumerable<int> QuartersEnding => Enumerable.Range(1, EndMonth / MonthsInQuarter).Skip((EndMonth - Months(Kind)) / MonthsInQuarter);

    /// <summary>The one before, of the same kind; only where it is not the first.</summary>
    public ReportPeriod Previous => this with { Number = Number - 1 };

    /// <summary>Orders periods by their end; the number it is stored under.</summary>
    public int Code => EndMonth * 10 + (int)Kind;

    public static ReportPeriod OfQuarter(int quarter) => new(PeriodKind.Quarter, quarter);

    public static ReportPeriod OfCode(int code) => new((PeriodKind)(code % 10), code / 10 / Months((PeriodKind)(code % 10)));

    /// <summary>Every period of that kind in a year.</summary>
    public static IEnumerable<ReportPeriod> OfYear(PeriodKind kind) => Enumerable.Range(1, MonthsInYear / Months(kind)).Select(number => new ReportPeriod(kind, number));

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static ReportPeriod? Parse(string text)
    {
        if (text.Length is < 2 or > 3 || text[1] == '0' || Letters.IndexOf(text[0], StringComparison.Ordinal) is var letter && letter < 0) return null;
        var kind = (PeriodKind)(letter + 1);
        return int.TryParse(text.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number * Months(kind) <= MonthsInYear
            ? new(kind, number)
            : null;
    }

    public static implicit operator ReportPeriod(int quarter) => OfQuarter(quarter);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letters[(int)Kind - 1]}{Number}");

    static int Months(PeriodKind kind) => kind switch
    {
        PeriodKind.Quarter => MonthsInQuarter,
        PeriodKind.HalfYear => 6,
        _ => 1,
    };
}
