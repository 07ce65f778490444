namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>The branch a sentence is about, where the clause before only names it: 针对食品饮料细分行业，推动40家企业完成转型.</summary>
internal static class Field
{
    private const int Longest = 20;
    private static readonly string[] Openers = ["针对", "面向", "聚焦", "围绕", "在"];
    private static readonly string[] Ends = ["行业", "产业", "领域", "集群", "产业链"];

    internal static string? Before(TextSpan clause, Clauses text, string original)
    {
        var at = clause.Start - 2;
        if (at < text.From || text.Folded[clause.Start - 1] != ',') return null;
        var before = text.ClauseAt(at);
        if (before.Length > Longest) return null;
        var words = original[before.Start..before.End];
        var opener = Words.OneAt(words, 0, Openers);
        return opener is not null && words.Length > opener.Length + 2 && Words.EndsWithAny(words, Ends)
            ? words[opener.Length..] : null;
    }
}
