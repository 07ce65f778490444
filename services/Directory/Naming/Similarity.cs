using System.Collections.Frozen;

namespace Suite.Directory.Naming;

/// <summary>
/// Finds names by the Dice coefficient of their character pairs: twice the pairs in common over the pairs of both. An index from
/// pairs to names lets a look-up touch only names that have something in common.
/// </summary>
public sealed class Similarity
{
    /// <summary>
    /// Below this a name is not proposed. One wrong character inside a name of five leaves 2 of 4 pairs (0.50), inside a name of
    /// four 1 of 3 (0.33); unrelated bureaus that share 管理局 stay under 0.40.
    /// </summary>
    public const double Threshold = 0.4;

    public const int MostCandidates = 5;

    readonly (Named Named, int Pairs)[] _forms;
    readonly FrozenDictionary<(char, char), int[]> _formsOfPair;

    /// <param name="forms">Everything that can be proposed, under each of its names' comparable forms.</param>
    public Similarity(IEnumerable<(string Form, Named Named)> forms)
    {
        var all = forms.Select(f => (f.Named, Pairs: PairsOf(f.Form))).ToArray();
        _forms = [.. all.Select(f => (f.Named, f.Pairs.Count))];
        _formsOfPair = all.SelectMany((form, index) => form.Pairs.Select(pair => (pair, index)))
            .GroupBy(p => p.pair, p => p.index).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The likest, best first; equally good ones in order of their resource names.</summary>
    public IReadOnlyList<NameCandidate> Candidates(string form)
    {
        var pairs = PairsOf(form);
        var shared = new Dictionary<int, int>();
        foreach (var index in pairs.SelectMany(p => _formsOfPair.GetValueOrDefault(p, []))) shared[index] = shared.GetValueOrDefault(index) + 1;
        return [.. shared
            .Select(s => new NameCandidate(_forms[s.Key].Named, 2.0 * s.Value / (pairs.Count + _forms[s.Key].Pairs)))
            .Where(c => c.Score >= Threshold)
            .OrderByDescending(c => c.Score).ThenBy(c => c.Named.Resource, StringComparer.Ordinal)
            .DistinctBy(c => c.Named.Resource).Take(MostCandidates)];
    }

    /// <summary>A name of one character is a pair with nothing.</summary>
    static HashSet<(char, char)> PairsOf(string form) =>
        form.Length == 1 ? [(form[0], '\0')] : [.. form.Zip(form.Skip(1))];
}
