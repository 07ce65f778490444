namespace Suite.Reporting.Facts;

/// <summary>How a task stands in a quarter.</summary>
/// <param name="Acknowledged">Every lead unit has taken note of it.</param>
/// <param name="Scheduled">The schedule has something due in the quarter.</param>
/// <param name="Open">Reports that are with the office and not yet decided, one a unit.</param>
/// <param name="Accepted">The revision that counts of each accepted report, in order of their units.</param>
public sealed record TaskStanding(
    KnownTask Task, bool Acknowledged, bool Scheduled, IReadOnlyList<ReportStep> Open, IReadOnlyList<AcceptedReport> Accepted)
{
    /// <summary>Closed or carried over before its reports for the quarter had to be in: what was accepted counts, nothing else is owed.</summary>
    public bool Over { get; init; }

    public bool Due => Scheduled && (!Over || Accepted.Count > 0);

    /// <summary>Lead units that owe a report for the quarter, or have handed it in.</summary>
    public IReadOnlyList<LeadUnit> Owing => !Due ? [] : Over ? [.. Task.LeadUnits.Where(HasAccepted)] : Task.LeadUnits;

    /// <summary>A unit has sent its report, and it did not come back.</summary>
    public bool Reported => Open.Count > 0 || Accepted.Count > 0;

    /// <summary>Every lead unit that owes its report has sent it.</summary>
    public bool AllReported => Owing.Count > 0 && Owing.All(unit => HasAccepted(unit) || Open.Any(s => IsOf(unit, s)));

    /// <summary>Every lead unit's report has been accepted: of what is due, the rest is missing.</summary>
    public bool AllAccepted => Owing.Count > 0 && Owing.All(HasAccepted);

    /// <summary>The report accepted last, whose light the task shows; null before the first.</summary>
    public AcceptedReport? Deciding { get; } = Accepted.OrderBy(r => r.Reviewer.Time).ThenBy(r => r.Report, StringComparer.Ordinal).LastOrDefault();

    /// <summary>The light that the office set by hand and that still holds; null where there is none.</summary>
    public LightChange? SetByHand { get; init; }

    public Light? Light => SetByHand?.Light ?? Deciding?.Light;

    /// <summary>Lead units whose report for the quarter is due and has not been accepted.</summary>
    public IEnumerable<LeadUnit> Missing => Owing.Where(unit => !HasAccepted(unit));

    /// <summary>The standing that follows from what is known; the order in which it became known does not matter.</summary>
    public static TaskStanding Of(
        KnownTask task, int quarter, IEnumerable<Acknowledgement> acknowledgements, IEnumerable<ReportStep> steps, IEnumerable<AcceptedReport> accepted)
    {
        var counting = accepted.GroupBy(r => r.Report).Select(r => r.OrderBy(x => x.Reviewer.Time).ThenBy(x => x.Revision).Last())
            .OrderBy(r => r.Report, StringComparer.Ordinal).ToList();
        var open = steps.GroupBy(s => s.Report).Select(Last).Where(s => s.Kind == ReportStepKind.Submitted && counting.All(r => r.Report != s.Report))
            .OrderBy(s => s.Report, StringComparer.Ordinal).ToList();
        return new(task, IsAcknowledged(task, acknowledgements.ToList()), task.DueQuarters.Contains(quarter), open, counting);
    }

    /// <summary>Steps heard of before units were kept name theirs alone.</summary>
    static bool IsOf(LeadUnit unit, ReportStep step) => step.Unit.Length > 0 ? step.Unit == unit.Unit : step.UnitName == unit.DisplayName;

    bool HasAccepted(LeadUnit unit) => Accepted.Any(r => r.Unit == unit.Unit);

    static ReportStep Last(IEnumerable<ReportStep> report) => report.OrderBy(s => s.Revision).ThenBy(s => s.Kind).Last();

    /// <summary>Once an edition has changed a task, those who answered for it before may not be those who do now.</summary>
    static bool IsAcknowledged(KnownTask task, List<Acknowledgement> acknowledgements) =>
        (task.Revision == 0 && acknowledgements.Any(a => a.Complete))
        || (task.LeadUnits.Count > 0 && task.LeadUnits.All(unit => acknowledgements.Any(a => a.Unit == unit.Unit)));
}
