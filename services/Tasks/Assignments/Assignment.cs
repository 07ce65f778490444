using Suite.Tasks.Plans;

namespace Suite.Tasks.Assignments;

public enum AssignmentRole
{
    Lead = 1,
    Support = 2,
    GroupMember = 3,
}

/// <summary>One unit's part in an issued task, under the name the unit had on the day of issue.</summary>
public sealed class Assignment
{
    public string PlanId { get; private init; } = "";

    public int TaskNumber { get; private init; }

    public string UnitId { get; private init; } = "";

    public string UnitName { get; private init; } = "";

    public AssignmentRole Role { get; private init; }

    /// <summary>The group whose member the unit is; null for a unit named itself.</summary>
    public string? GroupId { get; private init; }

    public DateTimeOffset? AcknowledgedAt { get; private set; }

    public string? AcknowledgedBy { get; private set; }

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
    public bool Acknowledge(string account, DateTimeOffset now)
    {
        if (AcknowledgedAt is not null) return false;
        (AcknowledgedAt, AcknowledgedBy) = (now, account);
        return true;
    }

    static IEnumerable<(string Unit, string Name, AssignmentRole Role, string? Group)> Named(IEnumerable<ResponsibleUnit> units, AssignmentRole role) =>
        units.Where(u => u.Id is not null).Select(u => (u.Id!, u.DisplayName, role, (string?)null));
}
