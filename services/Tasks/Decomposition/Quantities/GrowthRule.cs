namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// A share is a rate of growth or reduction where such a word governs it (增长10%, 增速8%以上, 压减10%), and not the level reached
/// (提高到80%, 提升至80%). A clause that begins with a
/// cut (压减一般性支出5%) is one too.
/// </summary>
internal static class GrowthRule
{
    private static readonly string[] Rates = ["增长率", "增长", "增速", "增幅", "同比", "环比", "压减", "下降", "降低", "减少", "缩减", "压降", "上升", "提升", "提高", "递增", "增加", "涨幅", "降幅", "上涨", "回落"];
    private static readonly string[] Reductions = ["压减", "压降", "削减", "核减", "缩减"];
    private static readonly string[] Fillers =
        ["不低于", "不少于", "不超过", "超过", "高于", "低于", "保持在", "保持", "控制在", "达到", "达", "约", "超", "近", "在", "为", "率", "统一", "平均", "至少", "比例"];

    internal static bool Is(Amount amount, Clauses text)
    {
        if (!Units.IsShare(amount.Unit)) return false;
        var clause = text.ClauseAt(amount.Start);
        var lead = WithoutCompanion(text.Folded.AsSpan(clause.Start, amount.Start - clause.Start));
        if (Words.StartsWithAny(lead, Reductions) && !(lead.EndsWith("到", StringComparison.Ordinal) || lead.EndsWith("至", StringComparison.Ordinal))) return true;
        for (var stripped = true; stripped;)
        {
            stripped = false;
            foreach (var filler in Fillers)
                if (lead.EndsWith(filler, StringComparison.Ordinal))
                {
                    lead = lead[..^filler.Length];
                    stripped = true;
                }
        }
        foreach (var rate in Rates)
            if (lead.EndsWith(rate, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>分别增长10%和12%: the second stands behind the first.</summary>
    private static ReadOnlySpan<char> WithoutCompanion(ReadOnlySpan<char> lead)
    {
        if (lead.Length < 3 || lead[^1] is not ('和' or '、' or '及') || lead[^2] != '%') return lead;
        var at = lead.Length - 2;
        while (at > 0 && (char.IsAsciiDigit(lead[at - 1]) || lead[at - 1] == '.')) at--;
        return lead[..at];
    }
}
