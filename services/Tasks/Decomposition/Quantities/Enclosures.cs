namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Titles and quoted names (《…》, “…”), whose numbers belong to the name.</summary>
internal static class Enclosures
{
    private const int LongestTitle = 120;
    private const int LongestQuote = 40;

    internal static List<TextSpan> Find(string folded)
    {
        var spans = new List<TextSpan>();
        for (var at = 0; at < folded.Length; at++)
        {
            var (close, longest) = folded[at] switch
            {
                '《' => ('》', LongestTitle),
                '“' => ('”', LongestQuote),
                '「' => ('」', LongestQuote),
                '〈' => ('〉', LongestTitle),
                _ => (default, 0),
            };
            if (longest == 0) continue;
            var end = folded.IndexOf(close, at, Math.Min(longest, folded.Length - at));
            if (end < 0) continue;
            spans.Add(new TextSpan(at, end + 1 - at));
            at = end;
        }
        return spans;
    }

    internal static bool Holds(List<TextSpan> spans, int offset)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (offset < spans[middle].Start) high = middle - 1;
            else if (offset >= spans[middle].End) low = middle + 1;
            else return true;
        }
        return false;
    }
}
