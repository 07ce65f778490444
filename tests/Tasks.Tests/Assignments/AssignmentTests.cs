using Shouldly;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;
using Suite.Tasks.Steps;

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

    [Theory]
    [InlineData(AssignmentState.Assigned)]
    [InlineData(AssignmentState.Acknowledged)]
    [InlineData(AssignmentState.Withdrawn)]
    public void Step_ThatTheTableDoesNotKnow_IsRefusedWithItsState(AssignmentState state)
    {
        var cause = new ChangeCause(0, "office", "督查室", Now) { Handover = new(new(2024, 3, 1), "职责调整") };
        var steps = new Dictionary<Step<AssignmentState>, Action<Assignment>>
        {
            [AssignmentSteps.Acknowledge] = a => a.Acknowledge("x", Now), [AssignmentSteps.Report] = a => a.RequireReportable(),
            [AssignmentSteps.HandOver] = a => a.HandOver(["water"], cause), [AssignmentSteps.Withdraw] = a => a.Withdraw(cause),
            [AssignmentSteps.TakeOver] = a => a.TakeOver(Of("water"), cause),
        };
        foreach (var (step, take) in steps)
        {
            var assignment = Of("humen");
            if (state != AssignmentState.Assigned) assignment.Acknowledge("x", Now);
            if (state == AssignmentState.Withdrawn) assignment.Withdraw(cause);
            if (step.From.Contains(state)) Should.NotThrow(() => take(assignment), step.Verb);
            else
            {
                var problem = Should.Throw<ProblemException>(() => take(assignment)).Problem;
                (problem.Reason, problem.Metadata["state"]).ShouldBe((Reason.IllegalStep, StateNames.Of(state)), step.Verb);
                assignment.State.ShouldBe(state);
            }
        }
    }

    static Assignment Of(string unit) => Assignment.Of(Task(lead: [unit], support: [], group: (null, []))).Single();

    static PlanTask Task(string[] lead, string?[] support, (string? Id, string[] Members) group)
    {
        static ResponsibleUnit Unit(string? id) => new(id, id ?? "某单位", id ?? "某单位", null, null);
        var content = new TaskContent(RequirementText.None, "目标", [], "", [], [], [.. lead.Select(Unit)], [.. support.Select(Unit)],
            [new(group.Id, "各镇街（园区）", "各镇街(园区)", [.. group.Members.Select(m => new GroupMember(m, m))])]);
        var planned = new PlannedTask(1, "", RequirementText.None, "目标", [], "", [], [], [], [], [], 1);
        return PlanTask.Draft("2024", planned, content, Now);
    }
}
