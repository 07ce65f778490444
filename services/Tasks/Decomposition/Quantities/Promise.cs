namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Tells what is promised from what is only mentioned: the known set acted on (全市1600名服务专员, 对遴选出的50个团进行培育, 在10个
/// 镇的基础上), and what there is to lean on (充分发挥6个分会的作用). A number with a comparator, and a share, is promised.
/// </summary>
internal static class Promise
{
    private static readonly string[] Owners = ["全市", "我市", "全省", "现有", "已有", "共有", "原有", "其余", "剩余", "上述", "所有", "涉及", "以及", "及", "与"];
    private static readonly string[] Leanings = ["发挥", "充分发挥", "依托", "围绕", "根据", "按照", "结合", "利用", "针对", "基于", "统筹管理"];
    private static readonly string[] Known = ["已", "出的", "全市", "我市", "现有", "上述", "所有", "该", "这", "剩余", "其余", "各"];

    internal static bool Is(Amount amount, Clauses text)
    {
        if (AttributeRule.Is(amount, text)) return false;
        var clause = text.ClauseAt(amount.Start);
        var lead = text.Folded.AsSpan(clause.Start, amount.Start - clause.Start);
        var rest = text.Folded.AsSpan(amount.End, clause.End - amount.End);
        if (rest.EndsWith("基础上", StringComparison.Ordinal)) return false;
        return ComparatorRule.Stated(amount, text) is not null || Units.IsShare(amount.Unit)
            || !(IsHandled(lead) || LeansOn(lead) || IsOwned(lead, amount));
    }

    /// <summary>对 and something already known: what follows is done to it.</summary>
    private static bool IsHandled(ReadOnlySpan<char> lead)
    {
        var at = lead.LastIndexOf('对');
        if (at < 0 || (at + 1 < lead.Length && lead[at + 1] is '接' or '外' or '口') || (at > 0 && lead[at - 1] is '针' or '面')) return false;
        return Words.HasAny(lead[(at + 1)..], Known);
    }

    private static bool LeansOn(ReadOnlySpan<char> lead)
    {
        foreach (var leaning in Leanings)
            if (lead.StartsWith(leaning, StringComparison.Ordinal) && !Words.HasAny(lead, Verbs.Makers)) return true;
        return false;
    }

    private static bool IsOwned(ReadOnlySpan<char> lead, Amount amount)
    {
        if (Units.IsMoney(amount.Unit) || Words.HasAny(lead, Verbs.Makers)) return false;
        foreach (var owner in Owners)
            if (lead.EndsWith(owner, StringComparison.Ordinal)) return lead.Length == owner.Length || lead[^(owner.Length + 1)] is not ('为' or '向' or '给');
        return false;
    }
}
