using System.Globalization;

namespace Suite.Reporting.Facts;

/// <summary>Periods as reports name them: q1 to q4, h1, h2, m1 to m12.</summary>
static class ReportPeriods
{
    const int MonthsInQuarter = 3;

    /// <summary>True for what is no month: quarters and half-years end with a quarter.</summary>
    public static bool EndsQuarter(string period) =>
        !(period.StartsWith('m') && int.TryParse(period.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var month)) || month % MonthsInQuarter == 0;
}
