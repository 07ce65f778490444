using Suite.Tasks.Organization;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Assignments;

/// <summary>A task's wording after a hand-over: others stand where a unit stood. What was printed stays as it was printed.</summary>
public static class ChangedHands
{
    public static TaskContent Of(TaskContent task, string from, IReadOnlyList<KnownUnit> to) => task with
    {
        LeadUnits = Replace(task.LeadUnits, from, to),
        SupportingUnits = Replace(task.SupportingUnits, from, to),
        SupportingGroups = [.. task.SupportingGroups.Select(g => g with { Members = Replace(g.Members, from, to) })],
    };

    static List<ResponsibleUnit> Replace(IReadOnlyList<ResponsibleUnit> units, string from, IReadOnlyList<KnownUnit> to) =>
        [.. units.SelectMany(u => u.Id == from ? to.Select(t => u with { Id = t.UnitId, DisplayName = t.Name }) : [u]).DistinctBy(u => u.Id ?? u.AsWritten)];

    static List<GroupMember> Replace(IReadOnlyList<GroupMember> members, string from, IReadOnlyList<KnownUnit> to) =>
        [.. members.SelectMany(m => m.Id == from ? to.Select(t => new GroupMember(t.UnitId, t.Name)) : [m]).DistinctBy(m => m.Id)];
}
