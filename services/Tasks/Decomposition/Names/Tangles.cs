namespace Suite.Tasks.Decomposition.Names;

/// <summary>
/// Finds the one or two names whose characters, each in its own order, make up a mixed string: 黎冯军彬 is 黎军 and 冯彬.
/// A character written twice by the scanner may be left over.
/// </summary>
internal static class Tangles
{
    private const int Longest = 8;

    /// <summary>The reading with the best supported weakest name, null where no names fit.</summary>
    internal static IReadOnlyList<string>? Best(
        string text, Dictionary<char, List<string>> byFirst, Dictionary<string, int> support)
    {
        if (text.Length is < 2 or > Longest) return null;
        IReadOnlyList<string>? best = null;
        var bestSupport = 0;
        foreach (var reading in Readings(text, byFirst))
        {
            var weakest = reading.Min(n => support[n]);
            if (weakest <= bestSupport) continue;
            (best, bestSupport) = (reading, weakest);
        }
        return best;
    }

    private static IEnumerable<IReadOnlyList<string>> Readings(string text, Dictionary<char, List<string>> byFirst)
    {
        if (!byFirst.TryGetValue(text[0], out var firsts)) yield break;
        foreach (var first in firsts.Where(n => n.Length is >= 2 and <= 4))
        {
            if (!TryTake(text, first, out var rest)) continue;
            if (OnlyRepeats(rest, first)) yield return [first];
            foreach (var head in rest.Distinct())
                foreach (var second in byFirst.GetValueOrDefault(head, []).Where(n => n.Length is >= 2 and <= 4 && n != first))
                    if (TryTake(rest, second, out var left) && OnlyRepeats(left, first + second)) yield return [first, second];
        }
    }

    /// <summary>Takes the name's characters out of the text, in their order.</summary>
    private static bool TryTake(string text, string name, out string rest)
    {
        rest = text;
        var from = 0;
        foreach (var c in name)
        {
            var at = rest.IndexOf(c, from);
            if (at < 0) return false;
            rest = rest.Remove(at, 1);
            from = at;
        }
        return true;
    }

    private static bool OnlyRepeats(string rest, string names) => rest.Length <= 1 && rest.All(names.Contains);
}
