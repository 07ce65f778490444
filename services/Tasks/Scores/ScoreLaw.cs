using Suite.Tasks.Assignments;
using Suite.Tasks.Lights;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Rules;

namespace Suite.Tasks.Scores;

/// <summary>Counts what a unit's reports on one quarter cost and bring. The same history gives the same lines.</summary>
/// <param name="rule">In force on the last day of the quarter.</param>
/// <param name="dayOf">The city's day of an instant.</param>
/// <param name="today">The day as of which is counted: what is due on it is not overdue yet.</param>
public sealed class ScoreLaw(InForce<ScoreRule> rule, Func<DateTimeOffset, DateOnly> dayOf, DateOnly today)
{
    /// <param name="owed">The report and its resubmissions, of one task, unit and quarter.</param>
    public IEnumerable<ScoreLine> OfReport(IReadOnlyCollection<Obligation> owed)
    {
        foreach (var one in owed.OrderBy(o => o.Key.Round))
        {
            var off = PointsOff(one.Role);
            if (one.Key.Kind == ObligationKind.Resubmit) yield return Line(ScoreReason.Returned, one, 0, -off.Returned);
            var late = (one.MetAt is { } met ? dayOf(met) : today).DayNumber - one.DueOn.DayNumber;
            if (late <= 0) continue;
            if (one.IsOpen) yield return Line(ScoreReason.Missing, one, 0, -off.Missing);
            else yield return Line(ScoreReason.Late, one, late, -Math.Min(off.LateMost, off.LateDay * late));
        }
    }

    /// <summary>Commitments beaten in accepted reports, in order, until no more points are to be had.</summary>
    public IEnumerable<ScoreLine> OfFigures(IEnumerable<(ReportName Report, Gap Gap)> gaps)
    {
        var left = rule.Rule.BeatenMost;
        foreach (var (report, gap) in gaps.Where(g => -g.Gap.Percent > rule.Rule.BeatenAbove).OrderBy(g => g.Report.Task.Number).ThenBy(g => g.Report.Unit, StringComparer.Ordinal)
            .ThenBy(g => g.Gap.Commitment.Ordinal))
        {
            var points = Math.Min(left, rule.Rule.Beaten);
            if (points <= 0) yield break;
            left -= points;
            yield return new(ScoreReason.Beaten, report, gap.Commitment.Ordinal, 0, points, rule.Version);
        }
    }

    (decimal Missing, decimal Returned, decimal LateDay, decimal LateMost) PointsOff(AssignmentRole role) => role == AssignmentRole.Lead
        ? (rule.Rule.Missing, rule.Rule.Returned, rule.Rule.LateDay, rule.Rule.LateMost)
        : (rule.Rule.ContributionMissing, rule.Rule.ContributionReturned, rule.Rule.ContributionLateDay, rule.Rule.ContributionLateMost);

    ScoreLine Line(ScoreReason reason, Obligation owed, int days, decimal points) => new(reason, owed.Key.Report, 0, days, points, rule.Version);
}
