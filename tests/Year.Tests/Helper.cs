using Suite.Tasks.V1;

namespace Suite.Year.Tests;

/// <summary>A supporting unit or a member of a group with its part in a task.</summary>
/// <param name="Lead">The unit that reviews what it hands in.</param>
sealed record Part(Suite.Tasks.V1.Task Task, string Unit, AssignmentRole Role, string Lead)
{
    /// <summary>Of so many tasks one has helpers who do something; the others' never even acknowledge, and are chased for it.</summary>
    const int OneOf = 14;

    public bool Active => Task.Number % OneOf == 0;

    /// <summary>Every unit beside those that lead, once, in the higher of its parts.</summary>
    public static IEnumerable<Part> Of(Suite.Tasks.V1.Task task)
    {
        var leads = task.LeadUnits.Select(u => Id(u.Unit)).Where(u => u.Length > 0).ToList();
        var supports = task.SupportingUnits.Select(u => (Unit: Id(u.Unit), Role: AssignmentRole.Support));
        var members = task.SupportingGroups.SelectMany(g => g.Members).Select(m => (Unit: Id(m.Unit), Role: AssignmentRole.GroupMember));
        return supports.Concat(members).Where(u => u.Unit.Length > 0 && !leads.Contains(u.Unit)).DistinctBy(u => u.Unit).Select(u => new Part(task, u.Unit, u.Role, leads[0]));
    }

    static string Id(string unit) => unit[(unit.LastIndexOf('/') + 1)..];
}
