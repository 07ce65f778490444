using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Progress;

/// <summary>
/// Suggests a light from figures: how many percent of what is due by the end of the quarter is missing. Due is what the schedule
/// promises for the quarter; where only the year's amount is promised, a quarter of it for each quarter gone by (the
/// time-proportional plan).
/// </summary>
/// <param name="YellowAbove">Percent missing above which the task is behind.</param>
/// <param name="RedAbove">Percent missing above which it is far behind.</param>
public sealed record LightRule(int Version, decimal YellowAbove, decimal RedAbove)
{
    const int QuartersInYear = 4;

    /// <summary>The built-in first version.</summary>
    public static LightRule First { get; } = new(1, 10, 30);

    /// <summary>The light of the worst figure; null where none can be compared. Figures on commitments that an edition took away do not count.</summary>
    public Light? Suggest(int quarter, TaskContent task, IReadOnlyList<ReportedFigure> figures)
    {
        var commitments = task.Commitments().ToDictionary(c => c.Ordinal);
        return Suggest(quarter, figures.Where(f => commitments.ContainsKey(f.Ordinal)).Select(f => (commitments[f.Ordinal], f)));
    }

    /// <summary>The light of the worst figure; null where none can be compared.</summary>
    public Light? Suggest(int quarter, IEnumerable<(TaskCommitment Commitment, ReportedFigure Figure)> reported)
    {
        var gaps = reported.Select(r => Gap(quarter, r.Commitment, r.Figure)).OfType<decimal>().ToList();
        if (gaps.Count == 0) return null;
        var worst = gaps.Max();
        return worst > RedAbove ? Light.Red : worst > YellowAbove ? Light.Yellow : Light.Green;
    }

    static decimal? Gap(int quarter, TaskCommitment promised, ReportedFigure figure)
    {
        if (Due(quarter, promised) is not { } due || due <= 0) return null;
        var actual = promised.Commitment.Accumulation == Accumulation.InPeriod && !promised.Annual ? figure.PeriodValue : figure.YearToDateValue;
        var lessIsBetter = promised.Commitment.Comparator is Comparator.Le or Comparator.Lt;
        return (lessIsBetter ? actual - due : due - actual) / due * 100;
    }

    static decimal? Due(int quarter, TaskCommitment promised)
    {
        if (!promised.Quarters.Contains(quarter)) return null;
        var (value, lastQuarter) = (promised.Commitment.Value, promised.Quarters.Max());
        if (quarter == lastQuarter) return value;
        // An amount due over several quarters grows in proportion; a ratio or level is due only at the end of them.
        return promised.Commitment.Accumulation == Accumulation.Undetermined ? null
            : promised.Annual ? value * quarter / QuartersInYear
            : value * (promised.Quarters.Count(q => q <= quarter)) / promised.Quarters.Count;
    }
}
