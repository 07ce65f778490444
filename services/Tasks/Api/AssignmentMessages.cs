using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Api;

/// <summary>Roll-ups and hand-overs in the words of the contract.</summary>
static class AssignmentMessages
{
    public static V1.TaskRollup ToMessage(this TaskRollup rollup, TaskName task, int quarter) => new()
    {
        Task = task.ToString(), Quarter = quarter, ReportedCount = rollup.Reported, MissingCount = rollup.Members.Count - rollup.Reported,
        AcceptedCount = rollup.Accepted, Members = { rollup.Members.Select(ToMessage) }, Figures = { rollup.Figures.Select(f => ToMessage(f, task)) },
    };

    public static V1.Handover ToMessage(this PendingHandover handover) => new()
    {
        Assignment = handover.Assignment.ToMessage(), EndDate = CityTime.Text(handover.Unit.Until),
        Successors = { handover.Successors.Select(s => new V1.Successor { Unit = ResourceNames.Unit(s.UnitId), DisplayName = s.Name }) },
    };

    static V1.RollupMember ToMessage(MemberReports row) => new()
    {
        Unit = ResourceNames.Unit(row.Member.UnitId), DisplayName = row.Member.UnitName,
        Group = row.Member.GroupId is null ? "" : ResourceNames.Group(row.Member.GroupId), Acknowledged = row.Member.AcknowledgedAt is not null,
        Reports = { row.Reports.Select(r => r.Report.Name.ToString()) }, State = row.Reports.Count == 0 ? 0 : (V1.ProgressState)row.Reports[^1].State,
    };

    public static V1.RollupFigure ToMessage(this RolledFigure rolled, TaskName task) => new()
    {
        Commitment = task.Commitment(rolled.Commitment.Ordinal), Measure = rolled.Commitment.Commitment.Measure, Unit = rolled.Commitment.Commitment.Unit ?? "",
        Kind = rolled.Adds ? V1.RollupFigure.Types.Kind.Sum : V1.RollupFigure.Types.Kind.List,
        PeriodTotal = Text(rolled.PeriodTotal), YearToDateTotal = Text(rolled.YearToDateTotal),
        Values =
        {
            rolled.Values.Select(v => new V1.RollupValue
            {
                Unit = ResourceNames.Unit(v.Report.UnitId), DisplayName = v.Report.UnitName, Report = v.Report.Name.ToString(),
                PeriodValue = TaskMessages.Text(v.Figure.PeriodValue), YearToDateValue = TaskMessages.Text(v.Figure.YearToDateValue),
            }),
        },
    };

    static string Text(decimal? total) => total is { } known ? TaskMessages.Text(known) : "";
}
