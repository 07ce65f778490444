namespace Suite.Tasks.Decomposition.Names;

/// <summary>
/// Finds the one or two names whose characters, each in its own order, make up a mixed string: 黎冯军彬 is 黎军 and 冯彬.
/// A character written twice by the scanner may be left over.
/// </summary>
internal static class Tangles
{
    /// <summary>Longer cells are read straight on.</summary>
    internal const int Longest = 8;

    private const int LongestName = 4;

    /// <summary>The reading with the best supported weakest name, null where no known names fit.</summary>
    internal static IReadOnlyList<string>? Best(string text, Dictionary<string, int> support)
    {
        if (text.Length is < 2 or > Longest) return null;
        IReadOnlyList<string>? best = null;
        var bestSupport = 0;
        foreach (var reading in Readings(text, support))
        {
            var weakest = reading.Min(n => support[n]);
            if (weakest <= bestSupport) continue;
            (best, bestSupport) = (reading, weakest);
        }
        return best;
    }

    private static IEnumerable<IReadOnlyList<string>> Readings(string text, Dictionary<string, int> support)
    {
        foreach (var (first, rest) in Parts(text).Where(p => support.ContainsKey(p.Name) && p.Name[0] == text[0]))
        {
            if (OnlyRepeats(rest, first)) yield return [first];
            foreach (var (second, left) in Parts(rest).Where(p => support.ContainsKey(p.Name)))
                if (OnlyRepeats(left, first + second)) yield return [first, second];
        }
    }

    /// <summary>Each choice of two to four characters in their order, with those left over.</summary>
    private static IEnumerable<(string Name, string Left)> Parts(string text)
    {
        for (var chosen = 1; chosen < 1 << text.Length; chosen++)
        {
            if (int.PopCount(chosen) is < 2 or > LongestName) continue;
            var choice = chosen;
            yield return (string.Concat(text.Where((_, i) => (choice >> i & 1) == 1)), string.Concat(text.Where((_, i) => (choice >> i & 1) == 0)));
        }
    }

    private static bool OnlyRepeats(string rest, string names) => rest.Length <= 1 && rest.All(names.Contains);
}
