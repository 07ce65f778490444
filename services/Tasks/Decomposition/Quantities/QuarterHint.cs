using Suite.Tasks.Decomposition.Schedules;

namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>The quarter that the words before a number name, where an item covers more: 力争二季度350亿元，三季度350亿元.</summary>
internal static class QuarterHint
{
    internal static IReadOnlyList<int> Read(Amount amount, Clauses text, IReadOnlyList<int> item)
    {
        if (item.Count < 2) return [];
        var clause = text.ClauseAt(amount.Start);
        for (var at = amount.Start - 1; at >= clause.Start; at--)
        {
            if (!PeriodGrammar.TryRead(text.Folded, at, out var period, out var end) || end > amount.Start) continue;
            if (period.Kind != ScheduleKind.Quarters || Continues(text.Folded, at)) continue;
            return period.Quarters.Count < item.Count && period.Quarters.All(item.Contains) ? period.Quarters : [];
        }
        return [];
    }

    /// <summary>Inside a longer name (一、二季度, 2024年) the reading begins further left.</summary>
    private static bool Continues(string folded, int at) => at > 0 && folded[at - 1] is '、' or '至' or '第' or '前' or '每' or '-' or >= '0' and <= '9';
}
