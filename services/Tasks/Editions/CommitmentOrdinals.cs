using Suite.Tasks.Plans;

namespace Suite.Tasks.Editions;

/// <summary>
/// Keeps the names of commitments steady when a task is reworded: reports and series point at them. A commitment that stands in the same
/// place and measures the same keeps its ordinal, whatever its amount; a new one takes an ordinal never used; one that is gone stays
/// among the retired, so that reports on it can be read.
/// </summary>
public static class CommitmentOrdinals
{
    public static TaskContent Carry(TaskContent old, TaskContent now)
    {
        var known = old.EveryCommitment().GroupBy(CommitmentKey.Of).ToDictionary(g => g.Key, g => g.ToList());
        var next = old.EveryCommitment().Select(c => c.Ordinal).DefaultIfEmpty().Max();
        var plain = (now with { Ordinals = [], Retired = [] }).Commitments().ToList();
        // Equal amounts find each other first, so that of two with one key only the changed one counts as changed.
        var exact = plain.ConvertAll(c => Take(known, c, sameAmount: true));
        var ordinals = plain.Select((c, at) => exact[at] ?? Take(known, c, sameAmount: false) ?? ++next).ToList();
        var used = ordinals.ToHashSet();
        var retired = old.EveryCommitment().Where(c => !used.Contains(c.Ordinal)).Select(c => c with { Item = c.Item is null ? null : c.Item with { Commitments = [] } });
        return now with { Ordinals = ordinals, Retired = [.. retired] };
    }

    static int? Take(Dictionary<CommitmentKey, List<TaskCommitment>> known, TaskCommitment wanted, bool sameAmount)
    {
        if (!known.TryGetValue(CommitmentKey.Of(wanted), out var same)) return null;
        var found = same.FindIndex(c => !sameAmount || (c.Commitment.Value, c.Commitment.MaxValue) == (wanted.Commitment.Value, wanted.Commitment.MaxValue));
        if (found < 0) return null;
        var ordinal = same[found].Ordinal;
        same.RemoveAt(found);
        return ordinal;
    }
}
