namespace Suite.Indicators.Formulas;

/// <summary>How formulas rest on one another.</summary>
public static class FormulaCycles
{
    /// <summary>Of formulas that rest on formulas, at most so many in a row.</summary>
    public const int Deepest = 10;

    /// <param name="references">The indicators that an indicator's formula speaks of; empty where it has none.</param>
    /// <returns>The shortest way from the indicator back to itself, e.g. a, b, a; null where there is none.</returns>
    public static IReadOnlyList<string>? Through(string start, Func<string, IEnumerable<string>> references)
    {
        var (from, open) = (new Dictionary<string, string>(), new Queue<string>([start]));
        while (open.TryDequeue(out var at))
        {
            foreach (var next in references(at).Order(StringComparer.Ordinal))
            {
                if (next == start) return Way(at, from, start);
                if (from.TryAdd(next, at)) open.Enqueue(next);
            }
        }

        return null;
    }

    /// <summary>How many steps the longest chain from the indicator has; no more than one over the limit are gone.</summary>
    public static int Depth(string start, Func<string, IEnumerable<string>> references)
    {
        var (depth, level) = (0, new HashSet<string> { start });
        while (depth <= Deepest)
        {
            level = [.. level.SelectMany(references)];
            if (level.Count == 0) break;
            depth++;
        }

        return depth;
    }

    static List<string> Way(string last, Dictionary<string, string> from, string start)
    {
        var way = new List<string> { start };
        for (var at = last; at != start; at = from[at]) way.Add(at);
        way.Add(start);
        way.Reverse();
        return way;
    }
}
