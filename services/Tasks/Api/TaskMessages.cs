using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Light = Suite.Tasks.Progress.Light;

namespace Suite.Tasks.Api;

/// <summary>Tasks in the words of the contract.</summary>
static class TaskMessages
{
    public static V1.Task ToMessage(this PlanTask task) => task.ToMessage(task.PublishedNumber, task.Section, task.Content);

    /// <summary>The task with other words than those in force.</summary>
    public static V1.Task ToMessage(this PlanTask task, int published, string section, TaskContent content)
    {
        var name = new TaskName(task.PlanId, task.Number);
        var names = new Queue<string>(content.Commitments().Select(c => name.Commitment(c.Ordinal)));
        return new()
        {
            Name = name.ToString(), Number = task.Number, Section = section, Requirement = ToMessage(content.Requirement), Target = content.Target,
            TargetCommitments = { content.TargetCommitments.Select(c => ToMessage(c, names.Dequeue())) },
            Schedule = { content.Schedule.Select(item => ToMessage(item, names)) },
            ScheduleText = content.ScheduleText, Label = content.Label,
            Attributes = { content.Attributes.Select(a => new V1.TaskAttribute { Name = a.Name, Text = a.Text }) },
            Leaders = { content.Leaders.Select(ToMessage) }, LeadUnits = { content.LeadUnits.Select(ToMessage) },
            SupportingUnits = { content.SupportingUnits.Select(ToMessage) }, SupportingGroups = { content.SupportingGroups.Select(ToMessage) },
            State = (V1.TaskState)task.State, Light = ToMessage(task.Light), Etag = Etag.Of(task.Version), UpdateTime = task.UpdatedAt.ToTimestamp(),
            PublishedNumber = published, Revision = task.Revision,
            CarriedFrom = task.CarriedFrom ?? "", CarriedTo = task.CarriedTo ?? "", CascadedFrom = task.CascadedFrom?.ToString() ?? "",
        };
    }

    public static V1.Assignment ToMessage(this Assignment assignment) => new()
    {
        Name = $"{new TaskName(assignment.PlanId, assignment.TaskNumber)}/assignments/{assignment.UnitId}",
        Unit = ResourceNames.Unit(assignment.UnitId), DisplayName = assignment.UnitName, Role = (V1.AssignmentRole)assignment.Role,
        Group = assignment.GroupId is null ? "" : ResourceNames.Group(assignment.GroupId), AcknowledgeTime = assignment.AcknowledgedAt?.ToTimestamp(),
        Etag = Etag.Of(assignment.Version), Predecessors = { assignment.PredecessorIds.Select(ResourceNames.Unit) },
        WithdrawTime = assignment.WithdrawnAt?.ToTimestamp(), Changes = { assignment.Changes.OrderBy(c => c.Ordinal).Select(c => ToMessage(c, new(assignment.PlanId, assignment.TaskNumber))) },
    };

    static V1.AssignmentChange ToMessage(AssignmentChange change, TaskName task) => new()
    {
        Kind = (V1.AssignmentChange.Types.Kind)change.Kind, Role = (V1.AssignmentRole)change.Role, Time = change.Time.ToTimestamp(),
        Actor = change.Account, Edition = change.Edition == 0 ? "" : new EditionName(task.Plan, change.Edition).ToString(),
        Adjustment = change.Adjustment is { } adjustment ? new CaseName(task, CaseKind.Adjustment, adjustment).ToString() : "",
        Reason = change.Reason, OtherUnits = { change.OtherUnits.Select(ResourceNames.Unit) }, FromDate = CityTime.Text(change.FromDate),
    };

    public static V1.Light ToMessage(Light? light) => (V1.Light)(light ?? 0);

    static V1.Requirement ToMessage(RequirementText requirement) => new()
    {
        Text = requirement.Text, Sources = { requirement.Sources },
        Parts = { requirement.Parts.Select(p => new V1.RequirementPart { Source = p.Source ?? "", Text = p.Text }) },
    };

    static V1.ScheduleItem ToMessage(ScheduleItem item, Queue<string> names) => new()
    {
        Workstream = item.Workstream ?? "", Quarters = { item.Quarters }, Text = item.Text, Span = ToMessage(item.Span),
        Commitments = { item.Commitments.Select(c => ToMessage(c, names.Dequeue())) },
        Kind = item.Kind switch
        {
            ScheduleKind.Quarters => V1.ScheduleKind.Quarters,
            ScheduleKind.AllYear => V1.ScheduleKind.AllYear,
            ScheduleKind.EachQuarter => V1.ScheduleKind.EachQuarter,
            _ => V1.ScheduleKind.Unmarked,
        },
    };

    static V1.Commitment ToMessage(Commitment commitment, string name) => new()
    {
        Name = name, Measure = commitment.Measure, Value = Text(commitment.Value), MaxValue = commitment.MaxValue is { } most ? Text(most) : "",
        Unit = commitment.Unit ?? "", GrowthRate = commitment.GrowthRate, Verbatim = commitment.Verbatim, Span = ToMessage(commitment.Span),
        Quarters = { commitment.Quarters },
        Comparator = commitment.Comparator switch
        {
            Comparator.Ge => V1.Comparator.Ge,
            Comparator.Gt => V1.Comparator.Gt,
            Comparator.Le => V1.Comparator.Le,
            Comparator.Lt => V1.Comparator.Lt,
            Comparator.Approx => V1.Comparator.Approx,
            _ => V1.Comparator.Eq,
        },
        Accumulation = commitment.Accumulation switch
        {
            Accumulation.Cumulative => V1.Accumulation.Cumulative,
            Accumulation.InPeriod => V1.Accumulation.InPeriod,
            _ => V1.Accumulation.Undetermined,
        },
    };

    static V1.SourceSpan ToMessage(TextSpan span) => new() { Start = span.Start, Length = span.Length };

    static V1.ResponsibleLeader ToMessage(ResponsibleLeader leader) => new()
    {
        Person = leader.Id is null ? "" : ResourceNames.Person(leader.Id), DisplayName = leader.DisplayName, Position = leader.Position,
        AsWritten = leader.AsWritten,
    };

    public static V1.UnitRef ToMessage(ResponsibleUnit unit) => new()
    {
        Unit = unit.Id is null ? "" : ResourceNames.Unit(unit.Id), DisplayName = unit.DisplayName, AsWritten = unit.AsWritten,
        HostDisplayName = unit.HostDisplayName ?? "",
    };

    static V1.GroupRef ToMessage(ResponsibleGroup group) => new()
    {
        Group = group.Id is null ? "" : ResourceNames.Group(group.Id), DisplayName = group.DisplayName, AsWritten = group.AsWritten,
        Members = { group.Members.Select(m => new V1.UnitRef { Unit = ResourceNames.Unit(m.Id), DisplayName = m.DisplayName, AsWritten = m.DisplayName }) },
    };

    public static string Text(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
