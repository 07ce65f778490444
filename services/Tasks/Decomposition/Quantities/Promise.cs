namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Tells what is promised from what is only mentioned: the set acted on (全市1600名服务专员, 对50个团进行培育), what there is to lean
/// on (充分发挥6个分会的作用), and the size of the thing counted (20亿元以上项目, 面积超1500平方米的项目).
/// </summary>
internal static class Promise
{
    private static readonly string[] Owners = ["全市", "我市", "全省", "现有", "已有", "共有", "原有", "其余", "剩余", "上述", "所有", "涉及", "以及", "及", "与", "等"];
    private static readonly string[] Leanings = ["发挥", "充分发挥", "依托", "围绕", "根据", "按照", "结合", "利用", "针对", "基于", "统筹管理"];
    private static readonly string[] Handlings = ["进行", "开展", "给予", "实施", "予以", "加强"];
    private static readonly string[] Ends = ["以上", "以下", "及以上", "以内"];

    internal static bool Is(Amount amount, Clauses text)
    {
        var clause = text.ClauseAt(amount.Start);
        var lead = text.Folded.AsSpan(clause.Start, amount.Start - clause.Start);
        var rest = text.Folded.AsSpan(amount.End, clause.End - amount.End);
        return !(IsSize(amount, rest) || IsHandled(lead, rest) || IsLeantOn(lead, amount, text));
    }

    /// <summary>An amount of money with 以上 and a noun, or with 的 and a noun, is the noun's size.</summary>
    private static bool IsSize(Amount amount, ReadOnlySpan<char> rest)
    {
        if (!Units.IsMoney(amount.Unit)) return false;
        foreach (var end in Ends)
            if (rest.StartsWith(end, StringComparison.Ordinal)) return rest.Length > end.Length && char.IsLetter(rest[end.Length]);
        return rest.Length > 1 && rest[0] == '的';
    }

    /// <summary>对 … 进行: what stands between is the object.</summary>
    private static bool IsHandled(ReadOnlySpan<char> lead, ReadOnlySpan<char> rest)
    {
        var at = lead.LastIndexOf('对');
        if (at < 0 || (at + 1 < lead.Length && lead[at + 1] is '接' or '外') || (at > 0 && lead[at - 1] is '针' or '面')) return false;
        foreach (var handling in Handlings)
            if (rest.Contains(handling, StringComparison.Ordinal)) return true;
        return false;
    }

    private static bool IsLeantOn(ReadOnlySpan<char> lead, Amount amount, Clauses text)
    {
        foreach (var leaning in Leanings)
            if (lead.StartsWith(leaning, StringComparison.Ordinal)) return true;
        if (Units.IsShare(amount.Unit) || Units.IsMoney(amount.Unit) || ComparatorRule.Stated(amount, text) is not null) return false;
        foreach (var owner in Owners)
            if (lead.EndsWith(owner, StringComparison.Ordinal) && !lead.Contains("完成", StringComparison.Ordinal)) return owner is not "等";
        return false;
    }
}
