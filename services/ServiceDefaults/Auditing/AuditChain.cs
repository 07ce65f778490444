using Suite.Audit.V1;
using AuditEntry = Suite.ServiceDefaults.Storage.AuditEntry;

namespace Suite.ServiceDefaults.Auditing;

/// <summary>What was done to a stretch of an audit, by sequence numbers, both included.</summary>
public sealed record ChainFault(AuditFaultKind Kind, long First, long Last);

/// <summary>
/// Goes along an audit entry by entry and finds what was done to it. Whoever removes or inserts an entry must leave a gap or number the
/// later ones anew; their hashes still hold the old numbers, and so tell by how many they were moved.
/// </summary>
public sealed class AuditChain
{
    public const int MostFaults = 100;

    /// <summary>So many entries removed or inserted at one place are still recognised as such; more look altered.</summary>
    const int FarthestMove = 16;

    readonly List<ChainFault> _faults = [];
    AuditEntry? _last;
    bool _lastIsSound = true;
    long _moved;

    public IReadOnlyList<ChainFault> Faults => _faults;

    public long Entries { get; private set; }

    public AuditEntry? Last => _last;

    /// <param name="entry">The next one by sequence.</param>
    public void Add(AuditEntry entry)
    {
        var before = _last?.Sequence ?? 0;
        if (entry.Sequence != before + 1) Report(AuditFaultKind.Removed, before + 1, entry.Sequence - 1);
        var moved = MoveOf(entry);
        if (moved is null) Report(AuditFaultKind.Altered, entry.Sequence, entry.Sequence);
        else if (moved > _moved) Report(AuditFaultKind.Inserted, entry.Sequence - (moved.Value - _moved), entry.Sequence - 1);
        else if (moved < _moved) Report(AuditFaultKind.Removed, entry.Sequence, entry.Sequence + (_moved - moved.Value) - 1);
        else if (_lastIsSound && entry.Sequence == before + 1 && entry.PreviousHash != (_last?.Hash ?? AuditEntry.Genesis))
            Report(AuditFaultKind.Replaced, before, before);
        (_last, _lastIsSound, _moved) = (entry, moved is not null, moved ?? _moved);
        Entries++;
    }

    /// <summary>By how many the entry's number is above the one its hash was made with; null where no number near fits.</summary>
    long? MoveOf(AuditEntry entry)
    {
        for (var distance = 0; distance <= FarthestMove; distance++)
        {
            if (entry.HashFits(entry.Sequence - _moved - distance)) return _moved + distance;
            if (entry.HashFits(entry.Sequence - _moved + distance)) return _moved - distance;
        }

        return null;
    }

    /// <summary>Neighbours with the same fault are told as one.</summary>
    void Report(AuditFaultKind kind, long first, long last)
    {
        if (_faults.Count > 0 && _faults[^1] is var fault && fault.Kind == kind && fault.Last + 1 == first) _faults[^1] = fault with { Last = last };
        else if (_faults.Count < MostFaults) _faults.Add(new(kind, first, last));
    }
}
