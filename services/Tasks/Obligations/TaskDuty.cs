using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Obligations;

/// <summary>A unit's part in a task, as far as it decides what is owed.</summary>
/// <param name="Periods">The periods reported on.</param>
/// <param name="Since">The day the unit got it.</param>
public sealed record TaskDuty(
    TaskName Task, int Year, string UnitId, string UnitName, AssignmentRole Role, IReadOnlyList<ReportPeriod> Periods, DateOnly Since, DateTimeOffset? AcknowledgedAt)
{
    /// <summary>Units whose part it took over.</summary>
    public IReadOnlyList<string> Predecessors { get; init; } = [];
}

/// <summary>A step in the life of a report: the state it led to, and when.</summary>
/// <param name="Role">The unit's part in the task when the report was opened.</param>
public sealed record ReportMoment(ReportName Report, AssignmentRole Role, int Ordinal, ProgressState State, DateTimeOffset Time);

/// <summary>Derives what is owed from who has what part, what has happened, and the rules on when it is due.</summary>
public sealed class ObligationRules(DueDates dates, Func<DateTimeOffset, DateOnly> dayOf)
{
    /// <param name="moments">Steps of the reports of this unit and of its predecessors on this task.</param>
    public IEnumerable<Obligation> Of(TaskDuty duty, IReadOnlyCollection<ReportMoment> moments)
    {
        yield return Owed(duty, ObligationKind.Acknowledge, null, 0, dates.Acknowledgement(duty.Since), duty.AcknowledgedAt);
        foreach (var period in duty.Periods)
        {
            var told = moments.Where(m => m.Report.Period == period && m.Role == duty.Role).OrderBy(m => m.Ordinal).ToList();
            var steps = told.FindAll(m => m.Report.Unit == duty.UnitId);
            if (steps.Count == 0 && Inherited(told) is { } handedIn) steps.Add(handedIn);
            var due = dates.Of(duty.Year, period, duty.Since);
            // What others add comes before the lead unit's report, which takes it in.
            yield return Owed(duty, duty.Role == AssignmentRole.Support ? ObligationKind.Contribute : ObligationKind.Report, period, 0,
                duty.Role == AssignmentRole.Lead ? due.ReportDue : due.ContributionDue, First(steps, ProgressState.Submitted, after: 0));
            foreach (var again in Resubmissions(duty, period, steps)) yield return again;
        }
    }

    /// <summary>What a predecessor has handed in, and was not sent back, is not owed again by whoever took over.</summary>
    static ReportMoment? Inherited(IEnumerable<ReportMoment> told) =>
        told.GroupBy(m => m.Report.Unit).Select(unit => unit.Last()).FirstOrDefault(last => last.State == ProgressState.Submitted);

    IEnumerable<Obligation> Resubmissions(TaskDuty duty, ReportPeriod period, List<ReportMoment> steps) =>
        steps.Where(s => s.State == ProgressState.Returned).Select((returned, index) => Owed(
            duty, ObligationKind.Resubmit, period, index + 1, dates.Resubmission(dayOf(returned.Time)), First(steps, ProgressState.Submitted, returned.Ordinal)));

    static Obligation Owed(TaskDuty duty, ObligationKind kind, ReportPeriod? period, int round, DateOnly due, DateTimeOffset? met) =>
        new(new(kind, duty.Task, duty.UnitId, period, round), duty.UnitName, due, met) { Role = duty.Role };

    static DateTimeOffset? First(List<ReportMoment> steps, ProgressState state, int after) => steps.FirstOrDefault(s => s.State == state && s.Ordinal > after)?.Time;
}
