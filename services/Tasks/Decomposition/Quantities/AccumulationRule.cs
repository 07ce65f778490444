using System.Buffers;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// From when an amount counts. Rates, ratios, levels and stocks do not add up; amounts of the year count from 1 January; so do
/// those with 累计 and progress of one work; the rest is decided by the series the amount belongs to.
/// </summary>
internal static class AccumulationRule
{
    private static readonly string[] Stocks = ["总数", "总量", "保有量", "拥有量", "数量达", "指数", "密度", "浓度", "队伍"];
    private static readonly string[] StockNames = ["存量", "余额", "总数", "总量", "数量"];
    private static readonly string[] PerHead = ["每人", "人均", "户均", "每万人", "每千人", "每百人", "千人口", "每户"];
    private const int LongestLead = 200;
    private static readonly SearchValues<char> Ends = SearchValues.Create("，,；;。");
    private static readonly string[] Recurring = ["每季度", "每月", "每个月", "每周", "月均", "平均每"];

    /// <summary>An amount of a target.</summary>
    internal static Accumulation OfTarget(Commitment amount)
    {
        var unit = amount.Unit ?? "";
        if (amount.GrowthRate || unit.Length == 0 || Units.IsShare(unit) || Words.HasAny(amount.Verbatim, PerHead)) return Accumulation.Undetermined;
        return SaysCumulative(amount) || !IsStock(amount) ? Accumulation.Cumulative : Accumulation.Undetermined;
    }

    private static bool IsStock(Commitment amount) =>
        Words.HasAny(amount.Measure, Stocks) || Words.HasAny(amount.Verbatim, Stocks)
        || Words.EndsWithAny(amount.Measure, StockNames);

    /// <summary>An amount of a schedule item; null where its series decides.</summary>
    internal static Accumulation? OfItem(Commitment amount, ScheduleItem item)
    {
        if (amount.GrowthRate || amount.Unit is null) return Accumulation.Undetermined;
        if (Units.IsShare(amount.Unit))
            return ProgressRule.Names(amount.Measure) ? Accumulation.Cumulative : Accumulation.Undetermined;
        if (Words.HasAny(amount.Verbatim, PerHead)) return Accumulation.Undetermined;
        if (SaysCumulative(amount)) return Accumulation.Cumulative;
        if (IsStock(amount)) return Accumulation.Undetermined;
        if (Words.HasAny(amount.Verbatim, Recurring) || Words.HasAny(ClauseLead(amount, item), Recurring) || item.Kind == ScheduleKind.EachQuarter) return Accumulation.InPeriod;
        return item.Kind is ScheduleKind.AllYear or ScheduleKind.Unmarked || amount.Verbatim.Contains("全年", StringComparison.Ordinal)
            ? Accumulation.Cumulative : null;
    }

    /// <summary>The words of the amount's clause before it: 平均每季度举办7-8场、培育2-3家.</summary>
    private static ReadOnlySpan<char> ClauseLead(Commitment amount, ScheduleItem item)
    {
        var lead = item.Text.AsSpan(0, Math.Clamp(amount.Span.Start - item.Span.Start, 0, item.Text.Length));
        lead = lead[Math.Max(0, lead.Length - LongestLead)..];
        return lead[(lead.LastIndexOfAny(Ends) + 1)..];
    }

    /// <summary>What the reader of the sentence found.</summary>
    internal static bool SaysCumulative(Commitment amount) => amount.Accumulation == Accumulation.Cumulative;
}
