using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Steps;

namespace Suite.Tasks.Assignments;

public enum AssignmentRole
{
    Lead = 1,
    Support = 2,
    GroupMember = 3,
}

/// <summary>
/// One unit's part in an issued task, under the name the unit had on the day it was assigned. An edition can end it, restore it or make
/// it another part; it is never deleted.
/// </summary>
public sealed class Assignment
{
    readonly List<AssignmentChange> _changes = [];

    public string PlanId { get; private init; } = "";

    public int TaskNumber { get; private init; }

    public string UnitId { get; private init; } = "";

    public string UnitName { get; private init; } = "";

    public AssignmentRole Role { get; private set; }

    /// <summary>The group whose member the unit is; null for a unit named itself.</summary>
    public string? GroupId { get; private set; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public string? AcknowledgedBy { get; private set; }

    /// <summary>When an edition took the unit off the task; null while the assignment stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    public AssignmentState State =>
        WithdrawnAt is not null ? AssignmentState.Withdrawn : AcknowledgedAt is not null ? AssignmentState.Acknowledged : AssignmentState.Assigned;

    /// <summary>plans/{plan}/tasks/{number}/assignments/{unit}</summary>
    public string Name => $"{new TaskName(PlanId, TaskNumber)}/assignments/{UnitId}";

    /// <summary>Units whose parts in this task the unit took over.</summary>
    public string[] PredecessorIds { get; private set; } = [];

    /// <summary>Changes with every change; the etag.</summary>
    public uint Version { get; private set; }

    /// <summary>Counts the changes. It also makes each of them a change of the assignment itself, so that its version moves on.</summary>
    public int LastChange { get; private set; }

    /// <summary>What was done to it since the issue, only ever added to.</summary>
    public IReadOnlyList<AssignmentChange> Changes => _changes;

    /// <summary>One assignment a unit: who leads does not also support, who is named does not also count as a member.</summary>
    public static IEnumerable<Assignment> Of(PlanTask task)
    {
        var leads = Named(task.Content.LeadUnits, AssignmentRole.Lead);
        var supports = Named(task.Content.SupportingUnits, AssignmentRole.Support);
        var members = task.Content.SupportingGroups.SelectMany(g => g.Members.Select(m =>
            (Unit: m.Id, Name: m.DisplayName, Role: AssignmentRole.GroupMember, Group: g.Id)));
        return leads.Concat(supports).Concat(members).DistinctBy(a => a.Unit).Select(a => new Assignment
        {
            PlanId = task.PlanId, TaskNumber = task.Number, UnitId = a.Unit, UnitName = a.Name, Role = a.Role, GroupId = a.Group,
        });
    }

    /// <returns>False where the unit had acknowledged before: nothing changes.</returns>
    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public bool Acknowledge(string account, DateTimeOffset now)
    {
        Require(AssignmentSteps.Acknowledge);
        if (AcknowledgedAt is not null) return false;
        (AcknowledgedAt, AcknowledgedBy) = (now, account);
        return true;
    }

    /// <exception cref="ProblemException">ILLEGAL_STEP where it cannot be reported on now.</exception>
    public void RequireReportable() => Require(AssignmentSteps.Report);

    /// <summary>Notes that the assignment was not made by the issue of the plan.</summary>
    public Assignment AddedBy(ChangeCause cause)
    {
        Note(AssignmentChangeKind.Added, cause);
        return this;
    }

    /// <summary>The unit has no part in the task any more.</summary>
    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public void Withdraw(ChangeCause cause)
    {
        Require(AssignmentSteps.Withdraw);
        Note(AssignmentChangeKind.Withdrawn, cause);
        WithdrawnAt = cause.Time;
    }

    /// <summary>Takes the part that <paramref name="wanted"/> describes; nothing happens where it is the present one.</summary>
    public void Become(Assignment wanted, ChangeCause cause)
    {
        if (WithdrawnAt is null && (Role, GroupId) == (wanted.Role, wanted.GroupId)) return;
        Require(WithdrawnAt is null ? AssignmentSteps.ChangePart : AssignmentSteps.Restore);
        var kind = WithdrawnAt is null ? AssignmentChangeKind.RoleChanged : AssignmentChangeKind.Restored;
        (Role, GroupId, WithdrawnAt) = (wanted.Role, wanted.GroupId, null);
        Note(kind, cause);
    }

    /// <summary>The part goes over to other units.</summary>
    /// <exception cref="ProblemException">ILLEGAL_STEP.</exception>
    public void HandOver(IReadOnlyCollection<string> units, ChangeCause cause)
    {
        Require(AssignmentSteps.HandOver);
        Note(AssignmentChangeKind.HandedOver, cause, [.. units]);
        WithdrawnAt = cause.Time;
    }

    /// <summary>An assignment for a unit that had no part in the task and takes this one over.</summary>
    public Assignment Successor(string unit, string name, ChangeCause cause)
    {
        var successor = new Assignment { PlanId = PlanId, TaskNumber = TaskNumber, UnitId = unit, UnitName = name, Role = Role, GroupId = GroupId };
        successor.TakeOver(this, cause);
        return successor;
    }

    /// <summary>Takes another unit's part over; of two parts the higher one stays. A part that is new must be acknowledged anew.</summary>
    public void TakeOver(Assignment other, ChangeCause cause)
    {
        Require(AssignmentSteps.TakeOver);
        if (WithdrawnAt is not null || other.Role < Role)
        {
            (Role, GroupId, WithdrawnAt) = (other.Role, other.GroupId, null);
            (AcknowledgedAt, AcknowledgedBy) = (null, null);
        }

        PredecessorIds = [.. PredecessorIds.Append(other.UnitId).Concat(other.PredecessorIds).Where(p => p != UnitId).Distinct()];
        Note(AssignmentChangeKind.TakenOver, cause, [other.UnitId]);
    }

    void Require(Step<AssignmentState> step) => AssignmentSteps.Table.Require(step, State, Name);

    void Note(AssignmentChangeKind kind, ChangeCause cause, params string[] others)
    {
        LastChange = Math.Max(LastChange, _changes.Count) + 1;
        _changes.Add(new(LastChange, kind, Role, cause.Account, cause.Time, cause.Edition)
        {
            Adjustment = cause.Adjustment, OtherUnits = others, Reason = cause.Handover?.Reason ?? "", FromDate = cause.Handover?.FromDate,
        });
    }

    static IEnumerable<(string Unit, string Name, AssignmentRole Role, string? Group)> Named(IEnumerable<ResponsibleUnit> units, AssignmentRole role) =>
        units.Where(u => u.Id is not null).Select(u => (u.Id!, u.DisplayName, role, (string?)null));
}
