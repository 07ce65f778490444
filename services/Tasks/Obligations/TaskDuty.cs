using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Obligations;

/// <summary>A unit's part in a task, as far as it decides what is owed.</summary>
/// <param name="Periods">The periods reported on.</param>
/// <param name="Since">The day the unit got it.</param>
public sealed record TaskDuty(
    TaskName Task, int Year, string UnitId, string UnitName, AssignmentRole Role, IReadOnlyList<ReportPeriod> Periods, DateOnly Since, DateTimeOffset? AcknowledgedAt);

/// <summary>A step in the life of a report: the state it led to, and when.</summary>
public sealed record ReportMoment(ReportName Report, int Ordinal, ProgressState State, DateTimeOffset Time);

/// <summary>Derives what is owed from who has what part, what has happened, and the rules on when it is due.</summary>
public sealed class ObligationRules(DueDates dates, Func<DateTimeOffset, DateOnly> dayOf)
{
    /// <param name="moments">Steps of this unit's reports on this task, in order.</param>
    public IEnumerable<Obligation> Of(TaskDuty duty, IReadOnlyCollection<ReportMoment> moments)
    {
        if (duty.Role != AssignmentRole.Lead) yield break;
        yield return new(new(ObligationKind.Acknowledge, duty.Task, duty.UnitId, null, 0), duty.UnitName, dates.Acknowledgement(duty.Since), duty.AcknowledgedAt);
        foreach (var period in duty.Periods)
        {
            var steps = moments.Where(m => m.Report.Period == period).OrderBy(m => m.Ordinal).ToList();
            var due = dates.Of(duty.Year, period, duty.Since);
            yield return new(new(ObligationKind.Report, duty.Task, duty.UnitId, period, 0), duty.UnitName, due.ReportDue, First(steps, ProgressState.Submitted, after: 0));
            foreach (var again in Resubmissions(duty, period, steps)) yield return again;
        }
    }

    IEnumerable<Obligation> Resubmissions(TaskDuty duty, ReportPeriod period, List<ReportMoment> steps) =>
        steps.Where(s => s.State == ProgressState.Returned).Select((returned, index) => new Obligation(
            new(ObligationKind.Resubmit, duty.Task, duty.UnitId, period, index + 1), duty.UnitName, dates.Resubmission(dayOf(returned.Time)),
            First(steps, ProgressState.Submitted, returned.Ordinal)));

    static DateTimeOffset? First(List<ReportMoment> steps, ProgressState state, int after) => steps.FirstOrDefault(s => s.State == state && s.Ordinal > after)?.Time;
}
