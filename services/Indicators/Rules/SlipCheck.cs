using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Periods;
using Suite.Indicators.Wording;

namespace Suite.Indicators.Rules;

/// <summary>
/// Notices amounts entered in another magnitude (万元 where 亿元 is meant): those that are about 10,000 or 100,000,000 times, or that part of,
/// what the series says elsewhere. About means within a factor of 20, since towns and seasons do not change more than that in one step.
/// </summary>
public sealed class SlipCheck(Definition definition, SortedList<int, Values> known)
{
    const decimal Leeway = 20;
    static readonly (decimal Factor, string Scale)[] Slips = [(10_000, "万"), (100_000_000, "亿")];

    /// <summary>Both readings, where one is better; null where nothing is odd.</summary>
    public string? Message(Period period, Values values)
    {
        if (definition.Kind == IndicatorKind.Growth) return null;
        return Of(period, values.Period, static v => v.Period) ?? Of(period, values.YearToDate, static v => v.YearToDate);
    }

    string? Of(Period period, decimal? entered, Func<Values, decimal?> side)
    {
        if (entered is not { } value || value == 0 || Reference(period, side) is not { } usual) return null;
        foreach (var (factor, scale) in Slips)
        {
            if (Near(value / factor, usual)) return RuleWords.Format("SlipDown", Text(value), Text(value / factor), scale, Text(usual));
            if (Near(value, usual / factor)) return RuleWords.Format("SlipUp", Text(value), Text(value * factor), scale, Text(usual));
        }

        return null;
    }

    static bool Near(decimal a, decimal b) => Math.Abs(a) > Math.Abs(b) / Leeway && Math.Abs(a) < Math.Abs(b) * Leeway;

    /// <summary>The middle one of the series' last known values besides this period's; null where there are none but 0.</summary>
    decimal? Reference(Period period, Func<Values, decimal?> side)
    {
        const int look = 8;
        Span<decimal> values = stackalloc decimal[look];
        var count = 0;
        for (var at = known.Count - 1; at >= 0 && count < look; at--)
            if (known.Keys[at] != period.Code && side(known.Values[at]) is { } value and not 0) values[count++] = Math.Abs(value);
        values[..count].Sort();
        return count == 0 ? null : values[count / 2];
    }

    string Text(decimal? value) => RuleWords.Amount(value, definition.Unit);
}
