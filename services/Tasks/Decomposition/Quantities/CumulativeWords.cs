namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>
/// Words that count an amount from 1 January: 累计 before what is done, earlier in the sentence (累计新增就业4.6万人，推动8000名…就业), 累计, 合计 or
/// 共 directly at it, and stretches that begin in January (上半年15场).
/// </summary>
internal static class CumulativeWords
{
    private static readonly string[] FromJanuary = ["上半年", "半年", "前三季度", "前三个季度", "截至", "截止"];

    private const string Word = "累计";
    private static readonly string[] Bounds = ["达到", "达", "不少于", "不低于", "超过", "超", "约"];
    private static readonly string[] Sums = ["合计", "总计"];

    internal static bool Govern(Amount amount, Clauses text)
    {
        var sentence = text.SentenceAt(amount.Start);
        var clause = text.ClauseAt(amount.Start);
        var lead = text.Folded.AsSpan(clause.Start, amount.Start - clause.Start);
        if (Units.At(text.Folded, amount.End, "(累计")) return true;
        return lead.Contains(Word, StringComparison.Ordinal) || Words.HasAny(lead, FromJanuary) || SaysTogether(lead)
            || GovernsList(text.Folded.AsSpan(sentence.Start, clause.Start - sentence.Start), lead.StartsWith("其中", StringComparison.Ordinal));
    }

    /// <summary>累计 before what is done governs the clauses after it too; directly at a number (展会累计45场，论坛2场) it speaks of that one and of 其中.</summary>
    private static bool GovernsList(ReadOnlySpan<char> before, bool part)
    {
        for (var at = before.IndexOf(Word); at >= 0; at = before.IndexOf(Word))
        {
            before = before[(at + Word.Length)..];
            var bare = before;
            foreach (var bound in Bounds)
                if (bare.StartsWith(bound, StringComparison.Ordinal)) bare = bare[bound.Length..];
            if (part || (bare.Length > 0 && !char.IsAsciiDigit(bare[0]))) return true;
        }
        return false;
    }

    /// <summary>共 before a verb or the number, not 公共 or 共同.</summary>
    private static bool SaysTogether(ReadOnlySpan<char> lead)
    {
        foreach (var sum in Sums)
            if (lead.Contains(sum, StringComparison.Ordinal)) return true;
        var at = lead.IndexOf('共');
        if (at < 0 || (at > 0 && lead[at - 1] is '公' or '全')) return false;
        var rest = lead[(at + 1)..];
        if (rest.Length == 0 || rest[0] == '计') return true;
        foreach (var maker in Verbs.Makers)
            if (rest.StartsWith(maker, StringComparison.Ordinal)) return true;
        return false;
    }
}
