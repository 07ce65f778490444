using System.Collections.Frozen;

namespace Suite.Directory.Naming;

/// <summary>
/// Tells what written names mean, surely or as proposals. Immutable; built from everything that has a name. A name that two things
/// share is never decided here: both are proposed.
/// </summary>
public sealed class NameIndex
{
    readonly FrozenDictionary<string, Named[]> _ownNames;
    readonly FrozenDictionary<string, Named[]> _aliases;
    readonly FrozenDictionary<string, (Named[] Named, MatchReason Reason)> _normalForms;
    readonly ILookup<string, Named> _bearers;
    readonly FrozenDictionary<string, Named[]> _former;
    readonly NormalForms _normal;
    readonly Similarity _similarity;

    /// <param name="city">Full name of the city whose prefix names may carry or lack, e.g. 东莞市; empty for none.</param>
    /// <param name="former">Names of what is no more; they only propose.</param>
    public NameIndex(IReadOnlyCollection<Named> all, string city, IReadOnlyCollection<FormerName>? former = null)
    {
        _former = (former ?? []).GroupBy(f => NormalForms.Compact(f.Name))
            .ToFrozenDictionary(g => g.Key, g => Distinct(g.SelectMany(f => f.Successors)));
        _normal = new(city);
        _ownNames = all.SelectMany(n => n.OwnNames.Select(name => (name, n))).GroupBy(p => p.name, p => p.n).ToFrozenDictionary(g => g.Key, Distinct);
        _aliases = all.SelectMany(n => n.Aliases.Select(name => (name, n))).GroupBy(p => p.name, p => p.n).ToFrozenDictionary(g => g.Key, Distinct);
        _normalForms = all.SelectMany(Forms).GroupBy(f => f.Form.Text).ToFrozenDictionary(g => g.Key, Strictest);
        _bearers = all.SelectMany(n => n.AllNames.Select(name => (Name: NormalForms.Compact(name), Named: n))).Distinct().ToLookup(b => b.Name, b => b.Named);
        _similarity = new(all.SelectMany(n => n.AllNames.Select(name => (_normal.Comparable(name), n))).Distinct());
    }

    public NameMatch Resolve(string name)
    {
        if (_ownNames.TryGetValue(name, out var owners)) return Decide(name, MatchKind.Exact, MatchReason.OwnName, owners);
        if (_aliases.TryGetValue(name, out var known)) return Decide(name, MatchKind.Alias, MatchReason.Alias, known);
        var forms = _normal.OfWritten(name);
        if (forms[0].Text.Length == 0) return new(name, MatchKind.None, null, [], MatchReason.None);
        foreach (var form in forms)
        {
            if (_normalForms.TryGetValue(form.Text, out var equal))
                return Decide(name, MatchKind.NormalForm, (MatchReason)Math.Max((int)form.Reason, (int)equal.Reason), equal.Named);
        }

        if (_former.TryGetValue(forms[0].Text, out var heirs)) return Propose(name, MatchReason.FormerName, heirs);
        var candidates = Similarity.Best(_normal.ComparableWritten(name).SelectMany(_similarity.Candidates));
        return candidates.Count == 0
            ? new(name, MatchKind.None, null, [], MatchReason.None)
            : new(name, MatchKind.Proposed, null, candidates, candidates[0].Reason);
    }

    /// <summary>Everything that has this name, when white space and width are not told apart.</summary>
    public IEnumerable<Named> BearersOf(string name) => _bearers[NormalForms.Compact(name)];

    static NameMatch Decide(string name, MatchKind kind, MatchReason reason, Named[] found) =>
        found is [var one]
            ? new(name, kind, one, [], reason)
            : Propose(name, MatchReason.SharedName, found);

    static NameMatch Propose(string name, MatchReason reason, Named[] found) =>
        new(name, MatchKind.Proposed, null, [.. found.Take(Similarity.MostCandidates).Select(n => new NameCandidate(n, 1, reason))], reason);

    IEnumerable<(NormalForm Form, int Looseness, Named Named)> Forms(Named named) =>
        named.AllNames.SelectMany(name => _normal.Of(name).Select((form, looseness) => (form, looseness, named)));

    /// <summary>Those that come to the form on the shortest way.</summary>
    static (Named[] Named, MatchReason Reason) Strictest(IEnumerable<(NormalForm Form, int Looseness, Named Named)> forms)
    {
        var nearest = forms.GroupBy(f => f.Looseness).MinBy(g => g.Key)!;
        return (Distinct(nearest.Select(f => f.Named)), nearest.First().Form.Reason);
    }

    static Named[] Distinct(IEnumerable<Named> named) => [.. named.DistinctBy(n => n.Resource).OrderBy(n => n.Resource, StringComparer.Ordinal)];
}
