using Suite.Contracts.Events.V1;
using Suite.Tasks.Assignments;
using Suite.Tasks.Cases;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Plans;

/// <summary>Tells a task in the words of the events.</summary>
static class TaskFacts
{
    public static TaskIssued Issued(PlanTask task, Plan plan, DateTimeOffset now)
    {
        var name = new TaskName(task.PlanId, task.Number);
        var content = task.Content;
        return new(name.ToString(), ResourceNames.Plan(plan.Id), plan.Year, task.Number, task.Section, content.Target,
            Units(content.LeadUnits), Units(content.SupportingUnits),
            [.. content.Leaders.Where(l => l.Id is not null).Select(l => new LeaderFact(ResourceNames.Person(l.Id!), l.DisplayName, l.Position))],
            [.. content.Commitments().Select(c => Commitment(name, c))], now)
        {
            DueQuarters = task.OwedQuarters, Jurisdiction = plan.JurisdictionId is { } unit ? ResourceNames.Unit(unit) : "", CascadedFrom = task.CascadedFrom?.ToString() ?? "",
        };
    }

    /// <summary>The task as it is from now on.</summary>
    public static TaskRevised Revised(PlanTask task, Plan plan, ChangeCause by) => new(
        Issued(task, plan, by.Time), task.Revision, task.State == TaskState.Withdrawn, by.Edition == 0 ? "" : new EditionName(plan.Id, by.Edition).ToString(),
        new(by.Account, by.DisplayName, by.Time))
    {
        Adjustment = by.Adjustment is { } adjustment ? new CaseName(new(plan.Id, task.Number), CaseKind.Adjustment, adjustment).ToString() : "",
    };

    static UnitFact[] Units(IEnumerable<ResponsibleUnit> units) =>
        [.. units.Where(u => u.Id is not null).Select(u => new UnitFact(ResourceNames.Unit(u.Id!), u.DisplayName))];

    static CommitmentFact Commitment(TaskName task, TaskCommitment promised)
    {
        var c = promised.Commitment;
        return new(task.Commitment(promised.Ordinal), promised.Annual, promised.Item?.Workstream, c.Measure, c.Value, c.MaxValue, c.Unit,
            c.Comparator.ToString().ToUpperInvariant(), EventWords.Of(c.Accumulation), c.GrowthRate, promised.Quarters)
        {
            EachQuarter = promised.Item?.Kind == ScheduleKind.EachQuarter,
        };
    }
}

/// <summary>Names of enum values as events carry them.</summary>
static class EventWords
{
    public static string Of(AssignmentRole role) => role switch
    {
        AssignmentRole.Support => AssignmentRoles.Support,
        AssignmentRole.GroupMember => AssignmentRoles.GroupMember,
        _ => AssignmentRoles.Lead,
    };

    public static string Of(Accumulation accumulation) => accumulation switch
    {
        Accumulation.Cumulative => "CUMULATIVE",
        Accumulation.InPeriod => "IN_PERIOD",
        _ => "UNDETERMINED",
    };
}
