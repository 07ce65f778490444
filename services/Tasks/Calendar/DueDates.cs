using Suite.Tasks.Progress;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Calendar;

/// <summary>The days of a quarter, or of another period, of a plan.</summary>
/// <param name="Opens">From this day on its reports are expected.</param>
/// <param name="ContributionDue">The last day for what supporting units and members of groups add.</param>
/// <param name="ReportDue">The last day for the report; it is overdue when that day is over.</param>
/// <param name="RuleVersion">The version of the deadline rules that says so.</param>
/// <param name="Provisional">True where the holidays of a year it reaches into are not known yet: weekends alone were left out.</param>
public sealed record PeriodDates(
    ReportPeriod Period, DateOnly First, DateOnly Last, DateOnly Opens, DateOnly ContributionDue, DateOnly ReportDue, int RuleVersion, bool Provisional);

/// <summary>Says when things fall due, by the rules in force on the day from which the time runs.</summary>
public sealed class DueDates(WorkingCalendar calendar, RuleHistory<DeadlineRule> rules)
{
    // The many units of a plan got their tasks on few days.
    readonly Dictionary<(int Year, ReportPeriod Period, DateOnly Since), PeriodDates> _known = [];
    readonly Dictionary<DateOnly, DateOnly> _acknowledgements = [];

    /// <param name="since">The day the unit got the task: a period that was over by then falls due as long after it as after its end.</param>
    public PeriodDates Of(int year, ReportPeriod period, DateOnly since) => _known.TryGetValue((year, period, since), out var known)
        ? known
        : _known[(year, period, since)] = Count(year, period, since);

    PeriodDates Count(int year, ReportPeriod period, DateOnly since)
    {
        var first = new DateOnly(year, period.IsFirst ? 1 : period.Previous.EndMonth + 1, 1);
        var last = new DateOnly(year, period.EndMonth, DateTime.DaysInMonth(year, period.EndMonth));
        var start = Later(last, since);
        var rule = rules.On(start);
        var due = calendar.After(start, rule.Rule.ReportWorkingDays);
        return new(period, first, last, Later(last.AddDays(-rule.Rule.OpensDaysBeforeEnd), since), calendar.After(start, rule.Rule.ContributionWorkingDays),
            due, rule.Version, !calendar.Knows(start.Year) || !calendar.Knows(due.Year));
    }

    public DateOnly Resubmission(DateOnly returned) => calendar.After(returned, rules.On(returned).Rule.ResubmitWorkingDays);

    public DateOnly Acknowledgement(DateOnly issued) => _acknowledgements.TryGetValue(issued, out var known)
        ? known
        : _acknowledgements[issued] = calendar.After(issued, rules.On(issued).Rule.AcknowledgeWorkingDays);

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
