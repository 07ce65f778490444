using Suite.Tasks.Plans;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Assignments;

/// <summary>A member of a task's groups with what it reported for a quarter.</summary>
/// <param name="Reports">Its own reports in order of their periods, or, where it has none, those of the units it took over from.</param>
public sealed record MemberReports(Assignment Member, IReadOnlyList<SeenReport> Reports);

/// <summary>What accepted reports of members say on one commitment.</summary>
/// <param name="Adds">True for amounts; rates, ratios and levels do not add up.</param>
/// <param name="Values">One for each unit, with the last report that has a figure; amounts of several periods in the quarter are added up.</param>
public sealed record RolledFigure(TaskCommitment Commitment, bool Adds, IReadOnlyList<(ProgressReport Report, ReportedFigure Figure)> Values)
{
    public decimal? PeriodTotal => Adds ? Values.Sum(v => v.Figure.PeriodValue) : null;

    public decimal? YearToDateTotal => Adds ? Values.Sum(v => v.Figure.YearToDateValue) : null;

    /// <param name="accepted">The accepted reports of a quarter, those of one unit together, in order of their periods.</param>
    /// <param name="answers">Whether a figure of a report answers a commitment of the task.</param>
    public static IReadOnlyList<RolledFigure> Of(
        TaskContent task, IReadOnlyList<IEnumerable<SeenReport>> accepted, Func<SeenReport, ReportedFigure, TaskCommitment, bool> answers)
    {
        var figures = task.EveryCommitment().Select(c => (Commitment: c, Adds: FigureRules.AddsUp(c.Commitment)))
            .Select(c => new RolledFigure(c.Commitment, c.Adds, [.. accepted.Select(unit => Of(unit, c.Commitment, c.Adds, answers)).OfType<(ProgressReport, ReportedFigure)>()]));
        return [.. figures.Where(f => f.Values.Count > 0).OrderBy(f => f.Commitment.Ordinal)];
    }

    /// <summary>What the unit says of the quarter: of months, the amounts together and the last month's year to date.</summary>
    static (ProgressReport Report, ReportedFigure Figure)? Of(
        IEnumerable<SeenReport> unit, TaskCommitment commitment, bool adds, Func<SeenReport, ReportedFigure, TaskCommitment, bool> answers)
    {
        var said = (from s in unit from f in s.Content.Figures where answers(s, f, commitment) select (s.Report, Figure: f)).ToList();
        if (said.Count == 0) return null;
        var (report, last) = said[^1];
        return (report, adds ? last with { PeriodValue = said.Sum(s => s.Figure.PeriodValue) } : last);
    }
}

/// <summary>What the members of a task's groups have reported for a quarter, as far as somebody may see it. Figures count once accepted.</summary>
public sealed record TaskRollup(IReadOnlyList<MemberReports> Members, IReadOnlyList<RolledFigure> Figures)
{
    public int Reported => Members.Count(m => m.Reports.Count > 0);

    public int Accepted => Members.Count(m => m.Reports.Any(IsAccepted));

    /// <param name="members">Assignments of members in force.</param>
    /// <param name="seen">Members' reports of the quarter that may be seen, also of units that handed over.</param>
    public static TaskRollup Of(TaskContent task, IEnumerable<Assignment> members, IEnumerable<SeenReport> seen)
    {
        var byUnit = seen.OrderBy(s => s.Report.PeriodCode).ToLookup(s => s.Report.UnitId);
        var rows = members.OrderBy(m => m.UnitId, StringComparer.Ordinal).Select(m => new MemberReports(m, [.. ReportsOf(m, byUnit)])).ToList();
        var accepted = rows.SelectMany(r => r.Reports).Where(IsAccepted).DistinctBy(s => s.Report.Name)
            .GroupBy(s => s.Report.UnitId).OrderBy(u => u.Key, StringComparer.Ordinal).ToList();
        return new(rows, RolledFigure.Of(task, accepted, (_, said, commitment) => said.Ordinal == commitment.Ordinal));
    }

    static IEnumerable<SeenReport> ReportsOf(Assignment member, ILookup<string, SeenReport> seen) =>
        seen.Contains(member.UnitId) ? seen[member.UnitId] : member.PredecessorIds.SelectMany(p => seen[p]);

    static bool IsAccepted(SeenReport seen) => seen.State == ProgressState.Accepted;
}
