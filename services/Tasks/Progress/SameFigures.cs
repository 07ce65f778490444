using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Progress;

/// <summary>A figure that the same unit entered for the same period in another task that promises the same thing.</summary>
/// <param name="Mine">Commitment of the report at hand.</param>
/// <param name="Other">Commitment that the figure answers.</param>
/// <param name="Role">The unit's part in that other task.</param>
public sealed record SameFigure(
    TaskCommitment Mine, ReportName Source, AssignmentRole Role, int Revision, ProgressState State, TaskCommitment Other, ReportedFigure Figure, SameWhy Why);

/// <summary>Finds what a unit has entered elsewhere, so that it is typed once, and sees where it has entered something else.</summary>
public sealed class SameFigures(TasksDbContext db)
{
    /// <summary>For each commitment in force, the figures entered elsewhere; the same words first, then the furthest report.</summary>
    /// <param name="sent">True looks only at reports that the office has before it or has accepted.</param>
    public async Task<IReadOnlyList<SameFigure>> FindAsync(ReportName name, TaskContent task, bool sent, CancellationToken cancellation)
    {
        var others = await db.Reports.AsNoTracking().AsSingleQuery().Where(
            r => r.PlanId == name.Task.Plan && r.UnitId == name.Unit && r.PeriodCode == name.Period.Code && r.TaskNumber != name.Task.Number
                && (!sent || r.State == ProgressState.Submitted || r.State == ProgressState.Accepted)).ToListAsync(cancellation);
        if (others.Count == 0) return [];
        var numbers = others.ConvertAll(r => r.TaskNumber);
        var contents = await db.Tasks.AsNoTracking().Where(t => t.PlanId == name.Task.Plan && numbers.Contains(t.Number) && t.State != TaskState.Withdrawn)
            .ToDictionaryAsync(t => t.Number, t => t.Content, cancellation);
        var entered = others.Where(r => contents.ContainsKey(r.TaskNumber)).SelectMany(r => Figures(r, contents[r.TaskNumber])).ToList();
        return [.. task.Commitments()
            .SelectMany(mine => entered.Select(e => (mine, e.Report, e.Other, e.Figure, Why: SamePromise.Compare(mine, e.Other))))
            .Where(m => m.Why is not null)
            .Select(m => new SameFigure(m.mine, m.Report.Name, m.Report.Role, m.Report.Newest.Number, m.Report.State, m.Other, m.Figure, m.Why!.Value))
            .OrderBy(s => s.Mine.Ordinal).ThenBy(s => s.Why).ThenByDescending(s => s.State == ProgressState.Accepted).ThenBy(s => s.Source.Task.Number)];
    }

    /// <summary>Where the unit has sent another year to date for the same thing. Only figures for the same part compare: a share is not the whole.</summary>
    public async Task<IReadOnlyList<(ReportedFigure Mine, SameFigure Other)>> ContradictionsAsync(
        ReportName name, AssignmentRole role, TaskContent task, ReportContent content, CancellationToken cancellation)
    {
        if (content.Figures.Count == 0) return [];
        var mine = content.Figures.ToDictionary(f => f.Ordinal);
        var found = await FindAsync(name, task, sent: true, cancellation);
        return [.. found.Where(s => s.Role == role && mine.TryGetValue(s.Mine.Ordinal, out var figure) && figure.YearToDateValue != s.Figure.YearToDateValue).Select(s => (mine[s.Mine.Ordinal], s))];
    }

    static IEnumerable<(ProgressReport Report, TaskCommitment Other, ReportedFigure Figure)> Figures(ProgressReport report, TaskContent task)
    {
        var commitments = task.Commitments().ToDictionary(c => c.Ordinal);
        return report.Content.Figures.Where(f => commitments.ContainsKey(f.Ordinal)).Select(f => (report, commitments[f.Ordinal], f));
    }
}
