using Suite.Reporting.Leagues;

namespace Suite.Reporting.Facts;

/// <summary>All that was known of a plan with one revision, as far as it had happened at one moment.</summary>
/// <param name="AsOf">The moment.</param>
/// <param name="Heard">The revision.</param>
/// <param name="Versions">Every revision of every task, in order of number and revision.</param>
public sealed record PlanFacts(
    KnownPlan Plan, DateTimeOffset AsOf, long Heard, IReadOnlyList<KnownTask> Versions, IReadOnlyList<Acknowledgement> Acknowledgements,
    IReadOnlyList<ReportStep> Steps, IReadOnlyList<AcceptedReport> Accepted)
{
    readonly Dictionary<int, QuarterFacts> _quarters = [];

    /// <summary>The plan of the year before, of the same issuer; null where none is known or nothing of it is told.</summary>
    public PlanFacts? LastYear { get; init; }

    /// <summary>Where the issuer is: a quarter ends with the last of its days there.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>In order of task and time, likewise those below by theirs.</summary>
    public IReadOnlyList<LightChange> Lights { get; init; } = [];

    public IReadOnlyList<AdjustmentStep> Adjustments { get; init; } = [];

    public IReadOnlyList<CaseStep> Cases { get; init; } = [];

    /// <summary>The league's table that the document is about; null for every other document.</summary>
    public LeagueFacts? League { get; init; }

    /// <summary>In order of quarter and time.</summary>
    public IReadOnlyList<OfficeSheet> Sheets { get; init; } = [];

    /// <summary>Tasks in force, in order of their numbers.</summary>
    public IReadOnlyList<KnownTask> Tasks { get; } =
        [.. Versions.GroupBy(t => t.Name).Select(t => t.MaxBy(v => v.Revision)!).Where(t => !t.Withdrawn).OrderBy(t => t.Number)];

    /// <summary>How many of the tasks that the plan's issue counted have been heard of.</summary>
    public int TasksOfIssue { get; } = Versions.Count(t => t is { Revision: 0, Added: false });

    /// <param name="quarter">1 to 4.</param>
    public QuarterFacts Quarter(int quarter)
    {
        if (_quarters.TryGetValue(quarter, out var known)) return known;
        var acknowledgements = Acknowledgements.ToLookup(a => a.Task);
        var steps = Steps.Where(s => s.Quarter == quarter && s.EndsQuarter).ToLookup(s => s.Task);
        var accepted = Accepted.Where(r => r.Quarter == quarter && r.EndsQuarter).ToLookup(r => r.Task);
        var (lights, reviewed) = (Lights.ToLookup(l => l.Task), Accepted.ToLookup(r => r.Task));
        var ends = Cases.Where(c => c.Kind == CaseStep.Ending).ToLookup(c => c.Task);
        return _quarters[quarter] = new(Plan, quarter, AsOf,
            [.. Tasks.Select(t => TaskStanding.Of(t, quarter, acknowledgements[t.Name], steps[t.Name], accepted[t.Name]) with
            {
                SetByHand = Held(quarter, lights[t.Name], reviewed[t.Name]), Over = IsOver(quarter, ends[t.Name]),
            })])
        {
            Changed = [.. Versions.Where(v => v.Revision > 0 || v.Added).Where(v => QuarterOf(v.Time) == quarter)],
            Steps = [.. Steps.Where(s => s.Quarter == quarter && s.EndsQuarter)],
            Adjustments = [.. Adjustments.Where(s => QuarterOf(s.Time) == quarter)],
            Cases = [.. Cases.Where(s => QuarterOf(s.Time) == quarter)],
            Sheet = SheetOf(quarter),
        };
    }

    OfficeSheet? SheetOf(int quarter) => Sheets.LastOrDefault(s => s.Quarter == quarter);

    /// <summary>
    /// The last light set by hand, from the quarter it is about on, until the next report is accepted: one on a later quarter ends it for that one,
    /// not for those before.
    /// </summary>
    LightChange? Held(int quarter, IEnumerable<LightChange> lights, IEnumerable<AcceptedReport> reviewed)
    {
        var last = lights.Where(l => QuarterOf(l, reviewed) is var about && (about == quarter || (about < quarter && quarter <= QuarterOf(AsOf)))).MaxBy(l => l.Time);
        return last is null || reviewed.Any(r => r.Quarter <= quarter && r.Reviewer.Time > last.Time) ? null : last;
    }

    /// <summary>Closed or carried over, and not opened again, before reports for the quarter had to be in; where that day is not known, before the quarter was over.</summary>
    bool IsOver(int quarter, IEnumerable<CaseStep> ends) => ends.MaxBy(e => e.Time) is { State: "CLOSED" or "CARRIED_OVER" } end
        && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end.Time, Zone).DateTime) <= (SheetOf(quarter)?.DueDate ?? new DateOnly(Plan.Year, quarter * 3, 1).AddMonths(1).AddDays(-1));

    /// <summary>A light set by hand is about what was reviewed last before it; where nothing was, about the quarter it was set in.</summary>
    int QuarterOf(LightChange light, IEnumerable<AcceptedReport> reviewed) =>
        reviewed.Where(r => r.Reviewer.Time <= light.Time).MaxBy(r => (r.Quarter, r.Reviewer.Time))?.Quarter ?? QuarterOf(light.Time);

    int QuarterOf(DateTimeOffset time)
    {
        var day = TimeZoneInfo.ConvertTime(time, Zone);
        return day.Year < Plan.Year ? 1 : day.Year > Plan.Year ? 4 : ((day.Month - 1) / 3) + 1;
    }
}
