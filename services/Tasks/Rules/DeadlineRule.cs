using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Rules;

/// <summary>When quarters open and fall due, counted in working days.</summary>
/// <param name="OpensDaysBeforeEnd">Calendar days before the quarter's last day on which its reports open; 0 opens them on the last day.</param>
/// <param name="ReportWorkingDays">A report is due on this working day after the quarter's end.</param>
/// <param name="ContributionWorkingDays">What supporting units and members of groups add is due on this one, so that the lead unit can still take it in.</param>
/// <param name="ResubmitWorkingDays">A returned report is due again on this working day after the return.</param>
/// <param name="AcknowledgeWorkingDays">A task is to be acknowledged by this working day after its issue.</param>
public sealed record DeadlineRule(
    int OpensDaysBeforeEnd, int ReportWorkingDays, int ContributionWorkingDays, int ResubmitWorkingDays, int AcknowledgeWorkingDays) : IRule
{
    const int MostDays = 60;

    /// <summary>The built-in first version.</summary>
    public static DeadlineRule First { get; } = new(10, 10, 5, 3, 5);

    public RuleKind Kind => RuleKind.Deadline;

    public IEnumerable<FieldViolation> Violations(string path)
    {
        if (OpensDaysBeforeEnd is < 0 or > MostDays) yield return new($"{path}.opens_days_before_end", $"must be 0 to {MostDays}.");
        foreach (var (field, days) in new[]
        {
            ("report_working_days", ReportWorkingDays), ("contribution_working_days", ContributionWorkingDays),
            ("resubmit_working_days", ResubmitWorkingDays), ("acknowledge_working_days", AcknowledgeWorkingDays),
        })
            if (days is < 1 or > MostDays) yield return new($"{path}.{field}", $"must be 1 to {MostDays}.");
        if (ContributionWorkingDays > ReportWorkingDays)
            yield return new($"{path}.contribution_working_days", "must not be more than report_working_days: the report takes the contributions in.");
    }
}
