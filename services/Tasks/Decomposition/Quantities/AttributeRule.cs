namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// The size or the condition of the thing counted: 20亿元以上项目, 比例低于75%的镇街, 35万千瓦光伏发电项目, what a policy pays (最高300万元奖励), and what follows a count without
/// a verb and ends in 的 (建成1个面积超1500平方米，直播间超15个的直播电商示范项目).
/// </summary>
internal static class AttributeRule
{
    private const int FurthestNoun = 30;
    private const int NearestShare = 20;
    private static readonly string[] Ends = ["及以上", "以上", "以下", "以内"];
    private static readonly string[] Conditions = ["低于", "高于", "不足", "未达", "未达到"];
    private static readonly string[] Subsidies = ["奖励", "的奖励", "补助", "的补助", "补贴", "的补贴", "资助", "的资助", "给予", "奖补", "扶持"];
    private static readonly string[] Describers = ["超过", "超", "达到", "达", "不少于", "不低于", "约"];

    internal static bool Is(Amount amount, Clauses text)
    {
        var behind = Behind(amount, text);
        var noun = behind < text.To && char.IsLetter(text.Folded[behind]);
        if (Units.IsMoney(amount.Unit) && noun && (behind > amount.End || text.Folded[behind] == '的')) return true;
        if (Units.IsMoney(amount.Unit) && behind > amount.End && CountsAt(text, behind)) return true;
        if (Units.IsPower(amount.Unit) && noun && behind == amount.End) return true;
        if (IsRateOfSubsidy(amount, text)) return true;
        if (IsSetOfShare(amount, text)) return true;
        return (noun && Preceded(amount, text, Conditions)) || (Preceded(amount, text, Describers) && DescribesCount(amount, behind, text));
    }

    /// <summary>10亿元以上2个: how many of that size.</summary>
    private static bool CountsAt(Clauses text, int at) => at < text.To && char.IsAsciiDigit(text.Folded[at])
        && AmountScanner.Scan(text.Folded, at, Math.Min(at + 12, text.To)) is [{ } count, ..] && count.Start == at && !Units.IsSize(count.Unit) && !Units.IsShare(count.Unit);

    /// <summary>A count with a share of it directly behind is the set the share is of: 28个镇80%以上村.</summary>
    private static bool IsSetOfShare(Amount amount, Clauses text)
    {
        if (Units.IsShare(amount.Unit) || Units.IsMoney(amount.Unit)) return false;
        var ends = Math.Min(amount.End + NearestShare, text.To);
        for (var i = amount.End; i < ends && char.IsLetterOrDigit(text.Folded[i]) && text.Folded[i] is not ('和' or '及'); i++)
            if (char.IsAsciiDigit(text.Folded[i]))
                return AmountScanner.Scan(text.Folded, i, Math.Min(i + 8, text.To)) is [{ } share, ..] && share.Start == i && Units.IsShare(share.Unit);
        return false;
    }

    /// <summary>What a policy pays: 最高300万元奖励, 按交易额1%给予补助.</summary>
    private static bool IsRateOfSubsidy(Amount amount, Clauses text)
    {
        if (!Units.IsMoney(amount.Unit) && !Units.IsShare(amount.Unit)) return false;
        foreach (var subsidy in Subsidies)
            if (Units.At(text.Folded, amount.End, subsidy)) return true;
        return false;
    }

    /// <summary>Behind the number, its unit, and 以上.</summary>
    private static int Behind(Amount amount, Clauses text)
    {
        foreach (var end in Ends)
            if (Units.At(text.Folded, amount.End, end)) return Math.Min(amount.End + end.Length, text.To);
        return amount.End;
    }

    private static bool Preceded(Amount amount, Clauses text, string[] words)
    {
        var lead = text.Folded.AsSpan(text.From, amount.Start - text.From);
        foreach (var word in words)
            if (lead.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>A count stands before without a verb between, and the noun of it comes after 的, here or behind the next such number.</summary>
    private static bool DescribesCount(Amount amount, int behind, Clauses text)
    {
        var sentence = text.SentenceAt(amount.Start);
        var ends = Math.Min(sentence.End, behind + FurthestNoun);
        var of = text.Folded.IndexOf('的', behind, ends - behind);
        if (of < 0 || Words.HasAny(text.Folded.AsSpan(behind, of - behind), Verbs.Makers)) return false;
        var from = Math.Max(sentence.Start, amount.Start - FurthestNoun);
        var counts = AmountScanner.Scan(text.Folded, from, amount.Start);
        return counts.Count > 0 && (of == behind || Units.MeasureEnd(text.Folded, of - 1) == of)
            && !Words.HasAny(text.Folded.AsSpan(counts[0].End, amount.Start - counts[0].End), Verbs.Makers);
    }
}
