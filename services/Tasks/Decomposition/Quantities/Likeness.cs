namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Whether two measures, without their verbs, name the same thing in other words: one within the other, the same quoted name, or most of their characters in pairs.</summary>
internal static class Likeness
{
    private const double Most = 0.6;
    private const double Nearly = 0.8;
    private const int ShortestPart = 2;
    private const int Short = 100;

    internal static bool Are(string one, string other)
    {
        if (one == other) return true;
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        if (shorter.Length >= ShortestPart && longer.Contains(shorter, StringComparison.Ordinal)) return true;
        return Quoted(one) is { } name && name == Quoted(other) || InPairs(one, other) >= Most;
    }

    /// <summary>True for words that are nearly the same, so that one is not a special case of the other.</summary>
    internal static bool AreClose(string one, string other) => one == other || InPairs(one, other) >= Nearly;

    /// <summary>The share of neighbouring characters that both have, of all that either has: 0 to 1.</summary>
    private static double InPairs(string one, string other)
    {
        if (one.Length < 2 || other.Length < 2) return 0;
        var pairs = Pairs(one, one.Length <= Short ? stackalloc int[one.Length - 1] : new int[one.Length - 1]);
        var others = Pairs(other, other.Length <= Short ? stackalloc int[other.Length - 1] : new int[other.Length - 1]);
        var shared = 0;
        foreach (var pair in pairs)
            if (others.BinarySearch(pair) >= 0) shared++;
        return 2.0 * shared / (pairs.Length + others.Length);
    }

    /// <summary>The pairs of neighbouring characters in order, each once. Measures are compared so often that a set for each would be most of the work.</summary>
    private static Span<int> Pairs(string text, Span<int> pairs)
    {
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (text[i] << 16) | text[i + 1];
        pairs.Sort();
        var kept = 1;
        for (var i = 1; i < pairs.Length; i++)
            if (pairs[i] != pairs[i - 1]) pairs[kept++] = pairs[i];
        return pairs[..kept];
    }

    private static string? Quoted(string measure)
    {
        var from = measure.IndexOf('“', StringComparison.Ordinal);
        var to = from < 0 ? -1 : measure.IndexOf('”', from);
        return to > from ? measure[(from + 1)..to] : null;
    }
}
