namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// A share is a rate of growth or reduction where such a word governs it (增长10%, 增速8%以上, 压减10%), and not the level reached
/// (提高到80%, 提升至80%).
/// </summary>
internal static class GrowthRule
{
    private static readonly string[] Rates = ["增长率", "增长", "增速", "增幅", "同比", "环比", "压减", "下降", "降低", "减少", "缩减", "压降", "上升", "提升", "提高", "递增", "增加"];
    private static readonly string[] Fillers =
        ["不低于", "不少于", "不超过", "超过", "高于", "低于", "保持在", "保持", "控制在", "达到", "达", "约", "超", "近", "在", "为", "率", "统一", "平均", "至少", "比例"];

    internal static bool Is(Amount amount, Clauses text)
    {
        if (!Units.IsShare(amount.Unit)) return false;
        var clause = text.ClauseAt(amount.Start);
        var lead = text.Folded.AsSpan(clause.Start, amount.Start - clause.Start);
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
}
