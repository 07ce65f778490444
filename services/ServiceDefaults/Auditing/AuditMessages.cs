using Google.Protobuf.WellKnownTypes;
using Suite.Audit.V1;
using Suite.ServiceDefaults.Errors;
using AuditEntry = Suite.ServiceDefaults.Storage.AuditEntry;

namespace Suite.ServiceDefaults.Auditing;

/// <summary>Audits as the contract's messages.</summary>
static class AuditMessages
{
    public static Audit.V1.AuditEntry Of(AuditEntry entry) => new()
    {
        Sequence = entry.Sequence, Time = entry.Time.ToTimestamp(), Actor = entry.Actor, Action = entry.Action, Resource = entry.Resource,
        Detail = entry.Detail, PreviousHash = entry.PreviousHash, Hash = entry.Hash,
    };

    public static AuditFault Of(ChainFault fault) =>
        new() { Kind = fault.Kind, Sequence = fault.First, LastSequence = fault.Last, Description = Describe(fault) };

    public static AuditFault Lost(Checkpoint checkpoint) => new()
    {
        Kind = AuditFaultKind.CheckpointLost, Sequence = checkpoint.Sequence, LastSequence = checkpoint.Sequence,
        Description = $"At {checkpoint.Time:O} entry {checkpoint.Sequence} had the hash {checkpoint.Hash}; it is no longer there.",
    };

    public static AuditFault Invalid(int index) => new()
    {
        Kind = AuditFaultKind.CheckpointInvalid, Description = $"checkpoints[{index}] was not signed by this service for its own audit, or it has no key.",
    };

    /// <exception cref="ProblemException">INVALID_FIELD for what is no time.</exception>
    public static DateTimeOffset? TimeIn(Timestamp? time, string field)
    {
        try
        {
            return time?.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw Problems.InvalidField(field, "must be a time from year 1 to 9999.");
        }
    }

    static string Describe(ChainFault fault)
    {
        var which = fault.First == fault.Last ? $"Entry {fault.First}" : $"Entries {fault.First} to {fault.Last}";
        return fault.Kind switch
        {
            AuditFaultKind.Altered => $"{which}: the hash does not fit what is said.",
            AuditFaultKind.Removed => $"{which} before the next one that is left: removed.",
            AuditFaultKind.Inserted => $"{which}: inserted afterwards.",
            _ => $"{which}: put in another one's place; the next one tells another hash of it.",
        };
    }
}
