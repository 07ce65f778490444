using Suite.Indicators.Definitions;
using Suite.Indicators.Periods;

namespace Suite.Indicators.Figures;

/// <summary>The values of one period, entered or derived; null where neither.</summary>
public readonly record struct Values(decimal? Period, decimal? YearToDate)
{
    public bool Known => Period is not null || YearToDate is not null;
}

/// <summary>
/// The periods of a series with both values. Of a flow, the year to date is the sum of the periods since 1 January, and a period the difference
/// of two years to date; of what is taken as it last was, both are one. What cannot be derived stays null.
/// </summary>
public static class SeriesLine
{
    /// <param name="entered">What was entered, each period once, in any order.</param>
    public static SortedList<int, Values> Of(IEnumerable<(Period Period, Values Values)> entered, TimeAccumulation accumulation)
    {
        var line = new SortedList<int, Values>();
        foreach (var (period, values) in entered.OrderBy(e => e.Period.Code)) line[period.Code] = Derived(line, period, values, accumulation);
        if (accumulation != TimeAccumulation.Sum) return line;
        Backwards(line);
        return line;
    }

    static Values Derived(SortedList<int, Values> line, Period period, Values own, TimeAccumulation accumulation) => accumulation switch
    {
        TimeAccumulation.Last => new(own.Period ?? own.YearToDate, own.YearToDate ?? own.Period),
        TimeAccumulation.Sum => Added(Before(line, period), own),
        _ => own,
    };

    static Values Added(decimal? before, Values own) => new(own.Period ?? own.YearToDate - before, own.YearToDate ?? before + own.Period);

    /// <summary>A year to date tells the one before, where the period between was entered.</summary>
    static void Backwards(SortedList<int, Values> line)
    {
        for (var at = line.Count - 1; at > 0; at--)
        {
            var (period, earlier) = (new Period(line.Keys[at]), new Period(line.Keys[at - 1]));
            if (period.Number == 1 || period.Previous != earlier || line.Values[at - 1].YearToDate is not null) continue;
            if (line.Values[at].YearToDate - line.Values[at].Period is { } before) line[earlier.Code] = line.Values[at - 1] with { YearToDate = before };
        }
    }

    /// <summary>The year to date before the period: 0 before the first of a year.</summary>
    static decimal? Before(SortedList<int, Values> line, Period period) =>
        period.Number == 1 ? 0 : line.TryGetValue(period.Previous.Code, out var before) ? before.YearToDate : null;

    /// <summary>By how much an entered period and year to date may differ from one another: what rounding each period could make.</summary>
    public static decimal Tolerance(Period period, int decimals) => period.Number * Half(decimals);

    static decimal Half(int decimals)
    {
        var half = 0.5m;
        for (var at = 0; at < decimals; at++) half /= 10;
        return half;
    }
}
