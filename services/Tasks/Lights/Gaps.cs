using Suite.Tasks.Decomposition;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Lights;

/// <summary>How far one commitment is behind what was due by the end of a quarter.</summary>
/// <param name="Due">What was due, in the commitment's unit; above 0.</param>
/// <param name="Actual">What was reported to compare with it.</param>
/// <param name="Percent">Of what was due so much is missing; negative where more was done.</param>
public sealed record Gap(TaskCommitment Commitment, decimal Due, decimal Actual, decimal Percent);

/// <summary>Compares figures with the plan. The same rule for every city; what a gap means is the light rule's.</summary>
public static class Gaps
{
    const int QuartersInYear = 4;

    /// <summary>Gaps of the commitments in force; those an edition took away do not count.</summary>
    public static IReadOnlyList<Gap> Of(int quarter, TaskContent task, IReadOnlyList<ReportedFigure> figures)
    {
        var commitments = task.Commitments().ToDictionary(c => c.Ordinal);
        return Of(quarter, figures.Where(f => commitments.ContainsKey(f.Ordinal)).Select(f => (commitments[f.Ordinal], f)));
    }

    public static IReadOnlyList<Gap> Of(int quarter, IEnumerable<(TaskCommitment Commitment, ReportedFigure Figure)> reported) =>
        [.. reported.Select(r => Of(quarter, r.Commitment, r.Figure)).OfType<Gap>()];

    public static decimal? Worst(this IReadOnlyList<Gap> gaps) => gaps.Count == 0 ? null : gaps.Max(g => g.Percent);

    static Gap? Of(int quarter, TaskCommitment promised, ReportedFigure figure)
    {
        if (Due(quarter, promised) is not { } due || due <= 0) return null;
        var actual = promised.Commitment.Accumulation == Accumulation.InPeriod && !promised.Annual ? figure.PeriodValue : figure.YearToDateValue;
        var lessIsBetter = promised.Commitment.Comparator is Comparator.Le or Comparator.Lt;
        return new(promised, due, actual, PercentMissing(lessIsBetter ? actual - due : due - actual, due));
    }

    /// <summary>Figures reach 18 digits before the point; a tiny amount due must not make the ratio overflow.</summary>
    static decimal PercentMissing(decimal missing, decimal due) =>
        due < 1 && Math.Abs(missing) > decimal.MaxValue / 1000 * due ? Math.Sign(missing) * decimal.MaxValue : missing / due * 100;

    static decimal? Due(int quarter, TaskCommitment promised)
    {
        if (!promised.Quarters.Contains(quarter)) return null;
        var (value, lastQuarter) = (promised.Commitment.Value, promised.Quarters.Max());
        if (quarter == lastQuarter) return value;
        // An amount due over several quarters grows in proportion; a ratio or level is due only at the end of them.
        return promised.Commitment.Accumulation == Accumulation.Undetermined ? null
            : promised.Annual ? value * quarter / QuartersInYear
            : value * promised.Quarters.Count(q => q <= quarter) / promised.Quarters.Count;
    }
}
