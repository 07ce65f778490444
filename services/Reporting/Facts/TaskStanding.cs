namespace Suite.Reporting.Facts;

/// <summary>How a task stands in a quarter.</summary>
/// <param name="Acknowledged">Every lead unit has taken note of it.</param>
/// <param name="Due">The schedule has something due in the quarter.</param>
/// <param name="Open">Reports that are with the office and not yet decided, one a unit.</param>
/// <param name="Accepted">The revision that counts of each accepted report, in order of their units.</param>
public sealed record TaskStanding(
    KnownTask Task, bool Acknowledged, bool Due, IReadOnlyList<ReportStep> Open, IReadOnlyList<AcceptedReport> Accepted)
{
    /// <summary>A unit has sent its report, and it did not come back.</summary>
    public bool Reported => Open.Count > 0 || Accepted.Count > 0;

    /// <summary>The report accepted last, whose light the task shows; null before the first.</summary>
    public AcceptedReport? Deciding { get; } = Accepted.OrderBy(r => r.Reviewer.Time).ThenBy(r => r.Report, StringComparer.Ordinal).LastOrDefault();

    /// <summary>The light that the office set by hand since then; null where it set none.</summary>
    public LightChange? SetByHand { get; init; }

    public Light? Light => SetByHand?.Light ?? Deciding?.Light;

    /// <summary>Lead units whose report for the quarter is due and has not been accepted.</summary>
    public IEnumerable<LeadUnit> Missing => Due ? Task.LeadUnits.Where(unit => Accepted.All(r => r.Unit != unit.Unit)) : [];

    /// <summary>The standing that follows from what is known; the order in which it became known does not matter.</summary>
    public static TaskStanding Of(
        KnownTask task, int quarter, IEnumerable<Acknowledgement> acknowledgements, IEnumerable<ReportStep> steps, IEnumerable<AcceptedReport> accepted,
        IEnumerable<LightChange>? lights = null)
    {
        var counting = accepted.GroupBy(r => r.Report).Select(r => r.OrderBy(x => x.Reviewer.Time).ThenBy(x => x.Revision).Last())
            .OrderBy(r => r.Report, StringComparer.Ordinal).ToList();
        var open = steps.GroupBy(s => s.Report).Select(Last).Where(s => s.Kind == ReportStepKind.Submitted && counting.All(r => r.Report != s.Report))
            .OrderBy(s => s.Report, StringComparer.Ordinal).ToList();
        var standing = new TaskStanding(task, IsAcknowledged(task, acknowledgements.ToList()), task.DueQuarters.Contains(quarter), open, counting);
        return standing with { SetByHand = lights?.Where(l => standing.Deciding is null || l.Time > standing.Deciding.Reviewer.Time).MaxBy(l => l.Time) };
    }

    static ReportStep Last(IEnumerable<ReportStep> report) => report.OrderBy(s => s.Revision).ThenBy(s => s.Kind).Last();

    /// <summary>Once an edition has changed a task, those who answered for it before may not be those who do now.</summary>
    static bool IsAcknowledged(KnownTask task, List<Acknowledgement> acknowledgements) =>
        (task.Revision == 0 && acknowledgements.Any(a => a.Complete))
        || (task.LeadUnits.Count > 0 && task.LeadUnits.All(unit => acknowledgements.Any(a => a.Unit == unit.Unit)));
}
