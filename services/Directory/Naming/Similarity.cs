using System.Buffers;
using System.Collections.Frozen;

namespace Suite.Directory.Naming;

/// <summary>
/// Finds the known names that come nearest to a written one. An index from characters to names narrows the search to those that
/// share its telling characters; only the best of them are aligned character by character.
/// </summary>
public sealed class Similarity
{
    /// <summary>Below this a name is not proposed: bodies that share only common characters stay under it.</summary>
    public const double Threshold = 0.4;

    public const int MostCandidates = 5;

    /// <summary>So many names are aligned; the narrowing puts the right one among far fewer.</summary>
    const int MostAligned = 32;

    /// <summary>Characters are looked up from the rarest on, until they make up this part of the written name's weight.</summary>
    const double EnoughWeight = 0.7;

    readonly Form[] _forms;
    readonly FrozenDictionary<char, int[]> _formsOf;

    /// <param name="forms">Everything that can be proposed, under each of its names' comparable forms.</param>
    public Similarity(IEnumerable<(string Form, Named Named)> forms)
    {
        var all = forms.Select(f => (f.Named, Text: Cut(f.Form))).ToArray();
        _formsOf = all.SelectMany((form, index) => form.Text.Distinct().Select(c => (c, index)))
            .GroupBy(p => p.c, p => p.index).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        var weights = _formsOf.ToDictionary(p => p.Key, p => WeightOf(p.Value.Length, all.Length));
        _forms = [.. all.Select(f => new Form(f.Named, f.Text, (float)f.Text.Sum(c => weights[c])))];
    }

    /// <summary>The likest, best first; equally good ones in order of their resource names.</summary>
    public IReadOnlyList<NameCandidate> Candidates(string form)
    {
        var written = Cut(form);
        var weights = Array.ConvertAll(written.ToCharArray(), c => WeightOf(_formsOf.GetValueOrDefault(c, []).Length, _forms.Length));
        var total = weights.Sum();
        var found = new List<NameCandidate>(MostAligned);
        foreach (var index in Nearest(written, weights, total))
        {
            var known = _forms[index];
            var (score, reason) = Alignment.Of(written, weights, total, known.Text, known.Weight);
            if (score >= Threshold) found.Add(new(known.Named, Math.Min(score, 1), reason));
        }

        return Best(found);
    }

    /// <summary>The best few, each thing once.</summary>
    public static IReadOnlyList<NameCandidate> Best(IEnumerable<NameCandidate> candidates) =>
        [.. candidates.OrderByDescending(c => c.Score).ThenBy(c => c.Named.Resource, StringComparer.Ordinal).DistinctBy(c => c.Named.Resource).Take(MostCandidates)];

    /// <summary>The forms that share most with the written name, whatever the order of characters.</summary>
    int[] Nearest(string written, double[] weights, double total)
    {
        var shared = ArrayPool<float>.Shared.Rent(_forms.Length);
        var touched = ArrayPool<int>.Shared.Rent(_forms.Length);
        Array.Clear(shared, 0, _forms.Length);
        var (done, count) = (0.0, 0);
        foreach (var (at, c) in written.Index().DistinctBy(p => p.Item).OrderByDescending(p => weights[p.Index]))
        {
            if (done >= EnoughWeight * total && count > 0) break;
            done += weights[at];
            count = Share(_formsOf.GetValueOrDefault(c, []), (float)weights[at], shared, touched, count);
        }

        var best = Best(touched.AsSpan(0, count), shared, (float)total);
        ArrayPool<float>.Shared.Return(shared);
        ArrayPool<int>.Shared.Return(touched);
        return best;
    }

    static int Share(int[] forms, float weight, float[] shared, int[] touched, int count)
    {
        foreach (var index in forms)
        {
            if (shared[index] == 0) touched[count++] = index;
            shared[index] += weight;
        }

        return count;
    }

    int[] Best(ReadOnlySpan<int> touched, float[] shared, float total)
    {
        var best = new PriorityQueue<int, float>(MostAligned + 1);
        var least = 0f;
        foreach (var index in touched)
        {
            var rank = (shared[index] / total) + (2 * shared[index] / (total + _forms[index].Weight));
            if (best.Count < MostAligned) best.Enqueue(index, rank);
            else if (rank > least) best.EnqueueDequeue(index, rank);
            else continue;
            best.TryPeek(out _, out least);
        }

        return [.. best.UnorderedItems.Select(i => i.Element)];
    }

    /// <summary>A character of every name weighs 0.7, one that no name has most of all.</summary>
    static double WeightOf(int forms, int all) => Math.Log(1 + ((double)all / Math.Max(forms, 1)));

    static string Cut(string form) => form.Length <= Alignment.Longest ? form : form[..Alignment.Longest];

    readonly record struct Form(Named Named, string Text, float Weight);
}
