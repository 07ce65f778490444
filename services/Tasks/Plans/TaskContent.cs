using Suite.Tasks.Decomposition;

namespace Suite.Tasks.Plans;

/// <summary>
/// What a task says, as published, with its names resolved. Once the plan is issued it is only ever replaced, by an accepted change of
/// an edition, and what it replaces is kept.
/// </summary>
public sealed record TaskContent(
    RequirementText Requirement, string Target, IReadOnlyList<Commitment> TargetCommitments, string ScheduleText,
    IReadOnlyList<ScheduleItem> Schedule, IReadOnlyList<ResponsibleLeader> Leaders, IReadOnlyList<ResponsibleUnit> LeadUnits,
    IReadOnlyList<ResponsibleUnit> SupportingUnits, IReadOnlyList<ResponsibleGroup> SupportingGroups)
{
    /// <summary>The ordinals of the commitments in order, where an edition made them differ from 1, 2, 3, …; else empty.</summary>
    public IReadOnlyList<int> Ordinals { get; init; } = [];

    /// <summary>Commitments that an edition took away; reports made before still answer them.</summary>
    public IReadOnlyList<TaskCommitment> Retired { get; init; } = [];

    /// <summary>The number as printed, where it is not the task's; otherwise empty.</summary>
    public string Label { get; init; } = "";

    /// <summary>The cells of columns that are none of a plan's own, in order.</summary>
    public IReadOnlyList<TaskAttribute> Attributes { get; init; } = [];

    /// <summary>Every commitment with its ordinal: the target's first, then the schedule's in order. As issued they count from 1.</summary>
    public IEnumerable<TaskCommitment> Commitments() =>
        TargetCommitments.Select(c => (Item: (ScheduleItem?)null, Commitment: c))
            .Concat(Schedule.SelectMany(item => item.Commitments.Select(c => (Item: (ScheduleItem?)item, Commitment: c))))
            .Select((pair, index) => new TaskCommitment(index < Ordinals.Count ? Ordinals[index] : index + 1, pair.Item, pair.Commitment));

    /// <summary>The named parts of the schedule, in order; none where it has no parts.</summary>
    public IEnumerable<string> Workstreams() => Schedule.Select(i => i.Workstream).OfType<string>().Distinct();

    /// <summary>The commitments in force, then the retired ones.</summary>
    public IEnumerable<TaskCommitment> EveryCommitment() => Commitments().Concat(Retired);
}

/// <summary>A commitment in its place.</summary>
/// <param name="Item">The schedule item that promises it; null for the annual target.</param>
public sealed record TaskCommitment(int Ordinal, ScheduleItem? Item, Commitment Commitment)
{
    static readonly int[] WholeYear = [1, 2, 3, 4];

    public bool Annual => Item is null;

    /// <summary>The quarters it is about: its own where it names one, else its item's, else the year's.</summary>
    public IReadOnlyList<int> Quarters => Commitment.Quarters.Count > 0 ? Commitment.Quarters : Item?.Quarters ?? WholeYear;
}

/// <param name="Id">Identifier of the person in the directory; null where not resolved.</param>
public sealed record ResponsibleLeader(string? Id, string DisplayName, int Position, string AsWritten)
{
    /// <summary>The name that was looked up; null in plans read before it was kept.</summary>
    public string? Name { get; init; }
}

/// <param name="Id">Identifier of the unit in the directory; null where not resolved.</param>
/// <param name="HostDisplayName">The body that houses the office, where the table names it.</param>
/// <param name="Role">What the unit does in the task (具体负责), where the table says so.</param>
public sealed record ResponsibleUnit(string? Id, string DisplayName, string AsWritten, string? HostDisplayName, string? Role)
{
    /// <summary>The name that was looked up; null in plans read before it was kept.</summary>
    public string? Name { get; init; }

    /// <summary>The host's name that was looked up; null where there is none.</summary>
    public string? HostName { get; init; }
}

/// <param name="Id">Identifier of the group in the directory; null where not resolved.</param>
public sealed record ResponsibleGroup(string? Id, string DisplayName, string AsWritten, IReadOnlyList<GroupMember> Members)
{
    /// <summary>The name that was looked up; null in plans read before it was kept.</summary>
    public string? Name { get; init; }
}

/// <summary>A unit that a collective name stood for on the day it was expanded.</summary>
public sealed record GroupMember(string Id, string DisplayName);
