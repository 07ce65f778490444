namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// The comparator from the words beside the number: 超过, 多, 余 are more than; 不少于, 不低于, 至少, 以上, 超, 突破 at least; 以下, 低于,
/// 最高, 不超过 at most; 约, 左右, 近, 向…迈进 about. Words behind the number come first. Without any, 力争 or 争取 that governs 达,
/// 达到 or 增长 makes it at least; otherwise it is the amount itself.
/// </summary>
internal static class ComparatorRule
{
    private static readonly (string Word, Comparator Comparator)[] Behind =
    [
        ("及以上", Comparator.Ge), ("或以上", Comparator.Ge), ("以上", Comparator.Ge), ("及以下", Comparator.Le), ("以下", Comparator.Le),
        ("以内", Comparator.Le), ("之内", Comparator.Le), ("左右", Comparator.Approx), ("上下", Comparator.Approx), ("余", Comparator.Gt),
        ("多", Comparator.Gt),
    ];

    private static readonly (string Word, Comparator Comparator)[] Before =
    [
        (">=", Comparator.Ge), ("<=", Comparator.Le), (">", Comparator.Gt), ("<", Comparator.Lt), ("不少于", Comparator.Ge), ("不低于", Comparator.Ge), ("不小于", Comparator.Ge), ("不得少于", Comparator.Ge), ("不得低于", Comparator.Ge),
        ("至少", Comparator.Ge), ("最少", Comparator.Ge), ("大于等于", Comparator.Ge), ("≥", Comparator.Ge),
        ("不超过", Comparator.Le), ("不高于", Comparator.Le), ("不大于", Comparator.Le), ("不多于", Comparator.Le), ("≤", Comparator.Le),
        ("至多", Comparator.Le), ("最多", Comparator.Le), ("最高", Comparator.Le), ("低于", Comparator.Le), ("少于", Comparator.Le),
        ("小于", Comparator.Le), ("超过", Comparator.Gt), ("多于", Comparator.Gt), ("大于", Comparator.Gt), ("高于", Comparator.Gt),
        ("逾", Comparator.Gt), ("突破", Comparator.Ge), ("超", Comparator.Ge), ("大约", Comparator.Approx), ("约为", Comparator.Approx),
        ("约", Comparator.Approx), ("接近", Comparator.Approx), ("近", Comparator.Approx),
    ];

    /// <summary>Words that end like a comparator and are none.</summary>
    private static readonly string[] Lookalikes = ["签约", "预约", "合约", "节约", "履约", "解约", "违约", "附近", "最近", "邻近", "临近"];

    private static readonly string[] Between = ["达到", "达", "在", "为", "到", "至", "增长", "覆盖", "培养", "引进", "一", .. Verbs.Makers];
    internal static readonly string[] Towards = ["迈进", "靠近", "冲刺", "进军", "迈步"];
    private static readonly string[] Reaches = ["达到", "达", "增长", "增速", "增长率", "增幅", "增长到", "提升到", "提升至", "提高到", "提高至"];

    internal static Comparator Read(Amount amount, Clauses text) =>
        Stated(amount, text) ?? (IsStriven(amount, text) ? Comparator.Ge : Comparator.Eq);

    /// <summary>What the words beside the number say, null where they say nothing.</summary>
    internal static Comparator? Stated(Amount amount, Clauses text)
    {
        var rest = text.Folded.AsSpan(amount.End, Math.Min(3, text.To - amount.End));
        foreach (var (word, comparator) in Behind)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return comparator;
        if (amount.AndMore) return Comparator.Gt;
        var clause = text.ClauseAt(amount.Start);
        var lead = text.Folded.AsSpan(clause.Start, amount.Start - clause.Start);
        return Leading(lead) ?? (IsTowards(amount, clause, lead, text) ? Comparator.Approx : null);
    }

    /// <summary>The word may be parted from the number by a verb: 至少举办一场.</summary>
    private static Comparator? Leading(ReadOnlySpan<char> lead)
    {
        foreach (var word in Lookalikes)
            if (lead.EndsWith(word, StringComparison.Ordinal)) return null;
        foreach (var (word, comparator) in Before)
            if (lead.EndsWith(word, StringComparison.Ordinal)) return comparator;
        foreach (var verb in Between)
            if (lead.EndsWith(verb, StringComparison.Ordinal))
                foreach (var (word, comparator) in Before)
                    if (word.Length > 1 && lead[..^verb.Length].EndsWith(word, StringComparison.Ordinal)) return comparator;
        return null;
    }

    private static bool IsTowards(Amount amount, TextSpan clause, ReadOnlySpan<char> lead, Clauses text) =>
        lead.EndsWith("向") && Words.StartsWithAny(text.Folded.AsSpan(amount.End, clause.End - amount.End), Towards);

    /// <summary>力争 or 争取 in the clause itself, or in a clause before it that also reaches an amount.</summary>
    private static bool IsStriven(Amount amount, Clauses text)
    {
        var sentence = text.SentenceAt(amount.Start);
        var lead = text.Folded.AsSpan(sentence.Start, amount.Start - sentence.Start);
        var strives = Math.Max(lead.LastIndexOf("力争"), lead.LastIndexOf("争取"));
        if (strives < 0 || !EndsWithReach(lead) || strives < lead.LastIndexOf("确保")) return false;
        var governed = text.ClauseAt(sentence.Start + strives);
        return governed.End >= amount.Start || ReachesAmount(text.Folded.AsSpan(governed.Start, governed.Length));
    }

    private static bool ReachesAmount(ReadOnlySpan<char> clause)
    {
        for (var i = 1; i < clause.Length; i++)
            if (char.IsAsciiDigit(clause[i]) && EndsWithReach(clause[..i])) return true;
        return false;
    }

    private static bool EndsWithReach(ReadOnlySpan<char> lead)
    {
        foreach (var word in Reaches)
            if (lead.EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }
}
