using Shouldly;
using Suite.Tasks.Assignments;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Tests.Assignments;

public sealed class AssignmentTests
{
    static readonly DateTimeOffset Now = new(2024, 3, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_UnitNamedSeveralTimes_HasOneAssignmentInItsHighestRole()
    {
        var assignments = Assignment.Of(Task(
            lead: ["humen"], support: ["humen", "water"], group: ("towns", ["humen", "changan", "water"]))).ToList();
        assignments.Select(a => (a.UnitId, a.Role, a.GroupId)).ShouldBe(
        [
            ("humen", AssignmentRole.Lead, null), ("water", AssignmentRole.Support, null), ("changan", AssignmentRole.GroupMember, "towns"),
        ]);
    }

    [Fact]
    public void Of_UnresolvedNames_MakeNoAssignment() =>
        Assignment.Of(Task(lead: ["humen"], support: [null], group: (null, []))).Single().UnitId.ShouldBe("humen");

    [Fact]
    public void Acknowledge_Twice_KeepsTheFirstTime()
    {
        var assignment = Assignment.Of(Task(lead: ["humen"], support: [], group: (null, []))).Single();
        assignment.Acknowledge("humen.reporter", Now).ShouldBeTrue();
        assignment.Acknowledge("humen.approver", Now.AddDays(1)).ShouldBeFalse();
        (assignment.AcknowledgedBy, assignment.AcknowledgedAt).ShouldBe(("humen.reporter", Now));
    }

    static PlanTask Task(string[] lead, string?[] support, (string? Id, string[] Members) group)
    {
        static ResponsibleUnit Unit(string? id) => new(id, id ?? "某单位", id ?? "某单位", null, null);
        var content = new TaskContent(RequirementText.None, "目标", [], "", [], [], [.. lead.Select(Unit)], [.. support.Select(Unit)],
            [new(group.Id, "各镇街（园区）", "各镇街(园区)", [.. group.Members.Select(m => new GroupMember(m, m))])]);
        var planned = new PlannedTask(1, "", RequirementText.None, "目标", [], "", [], [], [], [], [], 1);
        return PlanTask.Draft("2024", planned, content, Now);
    }
}
