using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Indicators.Series;
using Suite.Indicators.Storage;

namespace Suite.Indicators.Targets;

/// <summary>The indicators of one task while an event changes them.</summary>
sealed class IndicatorBook
{
    readonly IndicatorsDbContext _db;
    readonly TaskIssued _told;
    readonly List<IndicatorRow> _indicators;
    readonly HashSet<IndicatorRow> _taken = [];

    IndicatorBook(IndicatorsDbContext db, TaskIssued told, TaskRow task, List<IndicatorRow> indicators) =>
        (_db, _told, Task, _indicators) = (db, told, task, indicators);

    public TaskRow Task { get; }

    public IReadOnlyList<IndicatorRow> Indicators => _indicators;

    public static async Task<IndicatorBook> OpenAsync(IndicatorsDbContext db, TaskIssued told, CancellationToken cancellation)
    {
        var indicators = await db.Indicators.Include(i => i.Targets).Where(i => i.Plan == told.Plan && i.TaskNumber == told.Number)
            .OrderBy(i => i.Ordinal).ToListAsync(cancellation);
        var task = await db.Tasks.SingleOrDefaultAsync(t => t.Task == told.Task, cancellation);
        // Indicators older than this row were opened by the issue of their task.
        if (task is null) db.Tasks.Add(task = new TaskRow { Task = told.Task, Revision = 0, Issued = indicators.Count > 0 });
        return new(db, told, task, indicators);
    }

    /// <summary>Until they are promised again.</summary>
    public void WithdrawAll() => _indicators.ForEach(indicator => indicator.Withdrawn = true);

    /// <summary>Finds the indicator that the series continues, or opens one.</summary>
    /// <param name="inForce">False for what was promised once: it is only noted where reports on it belong.</param>
    public IndicatorRow Keep(TargetSeries series, bool inForce)
    {
        var commitments = series.Points.Select(p => p.Commitment).ToHashSet();
        var indicator = _indicators.Find(i => !_taken.Contains(i) && CommitmentsOf(i).Any(commitments.Contains))
            ?? _indicators.Find(i => !_taken.Contains(i) && (i.Measure, i.Unit, i.Workstream, i.GrowthRate) == (series.Measure, series.Unit, series.Workstream, series.GrowthRate));
        var before = indicator is null ? [] : CommitmentsOf(indicator).ToArray();
        if (indicator is null) _indicators.Add(indicator = Open(series));
        _taken.Add(indicator);
        if (inForce || before.Length == 0)
        {
            Describe(indicator, series);
            indicator.Withdrawn = !inForce;
        }

        var now = indicator.Targets.Select(t => t.Commitment).ToHashSet();
        indicator.FormerCommitments = [.. before.Concat(commitments).Distinct().Where(c => !now.Contains(c)).Order(StringComparer.Ordinal)];
        return indicator;
    }

    /// <summary>The indicator that a commitment is or was part of; null where none is known.</summary>
    public string? OwnerOf(string commitment) => new CommitmentOwners(_indicators).Of(commitment);

    static IEnumerable<string> CommitmentsOf(IndicatorRow indicator) =>
        indicator.Targets.Select(t => t.Commitment).Concat(indicator.FormerCommitments).Distinct();

    IndicatorRow Open(TargetSeries series)
    {
        var ordinal = _indicators.Select(i => i.Ordinal).DefaultIfEmpty().Max() + 1;
        var indicator = new IndicatorRow
        {
            Id = ResourceNames.IndicatorId(_told.Plan, _told.Number, ordinal), Plan = _told.Plan, Task = _told.Task, TaskNumber = _told.Number, Year = _told.Year,
            Ordinal = ordinal, Measure = series.Measure, Unit = series.Unit, Workstream = series.Workstream, LeadUnits = [], GrowthRate = series.GrowthRate,
        };
        _db.Indicators.Add(indicator);
        _db.MeasureKeys.Add(new() { Name = ResourceNames.Indicator(indicator.Id) });
        return indicator;
    }

    void Describe(IndicatorRow indicator, TargetSeries series)
    {
        (indicator.Measure, indicator.Unit, indicator.Workstream, indicator.GrowthRate) = (series.Measure, series.Unit, series.Workstream, series.GrowthRate);
        indicator.LeadUnits = [.. _told.LeadUnits.Select(u => u.Unit)];
        var points = series.Points.Select((point, at) => RowOf(point, at + 1)).ToList();
        foreach (var gone in indicator.Targets.Where(t => t.Ordinal > points.Count).ToList()) indicator.Targets.Remove(gone);
        foreach (var point in points)
        {
            if (indicator.Targets.Find(t => t.Ordinal == point.Ordinal) is { } had) had.Become(point);
            else indicator.Targets.Add(point);
        }
    }

    static TargetRow RowOf(SeriesPoint point, int ordinal) => new()
    {
        Ordinal = ordinal, Quarter = point.Quarter, YearToDate = point.YearToDate, Period = point.Period, Comparator = point.Comparator,
        Commitment = point.Commitment,
    };
}
