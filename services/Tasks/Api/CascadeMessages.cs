using Google.Protobuf.WellKnownTypes;
using Suite.Tasks.Cascade;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Api;

/// <summary>Cascades in the words of the contract.</summary>
static class CascadeMessages
{
    public static V1.CascadedTask ToMessage(this CascadedTask below) => new()
    {
        Task = new TaskName(below.Task.PlanId, below.Task.Number).ToString(), Jurisdiction = ResourceNames.Unit(below.UnitId), DisplayName = below.UnitName,
        State = (V1.TaskState)below.Task.State, Light = TaskMessages.ToMessage(below.Task.Light), LeadUnits = { below.Task.Content.LeadUnits.Select(TaskMessages.ToMessage) },
        Revision = below.Task.Revision, Unsettled = below.Unsettled, LastReport = below.Last?.Report.Name.ToString() ?? "",
        LastReportTime = below.Last?.Steps.Last(s => s.Kind == ProgressState.Accepted).Time.ToTimestamp(),
    };

    public static V1.CascadeFinding ToMessage(this CascadeFinding finding) => new()
    {
        Task = new TaskName(finding.Task.PlanId, finding.Task.Number).ToString(), CascadedFrom = finding.Task.CascadedFrom?.ToString() ?? "",
        Kind = (V1.CascadeFindingKind)finding.Kind, SettledRevision = finding.Task.AboveRevision, Revision = finding.Above.Revision,
        OldTarget = finding.Before.Target, NewTarget = finding.Above.Content.Target, OldSchedule = finding.Before.ScheduleText,
        NewSchedule = finding.Above.Content.ScheduleText, UpdateTime = finding.Above.UpdatedAt.ToTimestamp(),
    };
}
