namespace Suite.Tasks.Editions;

/// <summary>
/// Finds texts that may be like another by the runs of three characters that few texts share: what many share (加快推进) tells nothing.
/// Work grows with the length of all texts, not with the number of pairs.
/// </summary>
sealed class RareTriples
{
    const int SharedByMost = 8;
    const int CandidatesMost = 4;
    const int TriplesKept = 1_000_000;

    readonly Dictionary<int, List<int>> _holders = [];
    readonly int _sampling;

    public RareTriples(IReadOnlyList<TextShape> texts)
    {
        _sampling = 1 + (int)(texts.Sum(t => (long)t.Text.Length) / TriplesKept);
        for (var at = 0; at < texts.Count; at++)
            foreach (var triple in Triples(texts[at].Text)) Hold(triple, at);
    }

    /// <summary>Indexes of the likeliest texts, best first.</summary>
    public IEnumerable<int> Candidates(TextShape text)
    {
        var shared = new Dictionary<int, int>();
        foreach (var triple in Triples(text.Text))
            if (_holders.TryGetValue(triple, out var holders) && holders.Count <= SharedByMost)
                foreach (var at in holders) shared[at] = shared.GetValueOrDefault(at) + 1;
        return shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(CandidatesMost).Select(s => s.Key);
    }

    void Hold(int triple, int at)
    {
        if (!_holders.TryGetValue(triple, out var holders)) _holders[triple] = holders = [];
        // One more than counts is enough to know that it is shared by too many.
        if (holders.Count <= SharedByMost) holders.Add(at);
    }

    HashSet<int> Triples(string text)
    {
        var triples = new HashSet<int>();
        for (var at = 0; at + 2 < text.Length; at++)
        {
            var triple = unchecked((text[at] * 31 + text[at + 1]) * 65_599 + text[at + 2]);
            if ((uint)triple % (uint)_sampling == 0) triples.Add(triple);
        }

        return triples;
    }
}
