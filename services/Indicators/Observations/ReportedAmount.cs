using Suite.Indicators.Quantities;

namespace Suite.Indicators.Observations;

/// <summary>Amounts of reports in the unit of their series: a commitment may promise 1.3万人 where the series counts 人.</summary>
public static class ReportedAmount
{
    /// <param name="unit">Of the series.</param>
    /// <param name="reported">Of the amount; empty for the same.</param>
    public static decimal In(string unit, string reported, decimal amount) =>
        reported.Length > 0 && reported != unit && UnitReader.Read(reported) is { } from && UnitReader.Read(unit) is { } to && from.Dimension.Equals(to.Dimension)
            ? from.Convert(amount, to) ?? amount
            : amount;
}
