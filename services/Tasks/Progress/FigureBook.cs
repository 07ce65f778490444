using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Progress;

/// <summary>Completes the figures of a report from the task's commitments and from what was accepted for the period before.</summary>
public sealed class FigureBook(TasksDbContext db)
{
    /// <param name="role">The unit's part: what it said in another part of the task is about something else.</param>
    /// <param name="retired">True where figures may answer commitments that an edition took away: the report was written before.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, CONTRADICTING_FIGURE.</exception>
    public async Task<ReportContent> CompleteAsync(ReportName name, AssignmentRole role, EnteredContent entered, bool retired, CancellationToken cancellation)
    {
        var content = await ContentAsync(name.Task, cancellation);
        var commitments = content.EveryCommitment().ToDictionary(c => c.Ordinal);
        var inForce = content.Commitments().Select(c => c.Ordinal).ToHashSet();
        var before = await AcceptedBeforeAsync(name, role, cancellation);
        var figures = entered.Figures.Select((figure, index) =>
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"report.figures[{index}]");
            if (!commitments.TryGetValue(figure.Ordinal, out var commitment) || !(retired || inForce.Contains(figure.Ordinal)))
                throw Problems.InvalidField($"{field}.commitment", $"task {name.Task.Number} has the commitments {Entered.Ordinals(inForce)}.");
            return FigureRules.Complete(figure, commitment, name.Period.IsFirst ? 0 : YearToDate(before, commitment, commitments), field);
        }).ToList();
        Entered.RequireOnce(figures.Select(f => f.Ordinal), "report.figures", "answer commitment");
        if (!retired) Entered.Check(entered, content, inForce);
        return new(entered.Narrative, entered.Difficulties, entered.NextSteps, figures) { Parts = entered.Parts, Unreported = entered.Unreported, Sources = entered.Sources };
    }

    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<TaskContent> ContentAsync(TaskName name, CancellationToken cancellation) =>
        await db.Tasks.AsNoTracking().Where(t => t.PlanId == name.Plan && t.Number == name.Number).Select(t => t.Content).SingleOrDefaultAsync(cancellation)
        ?? throw Problems.NotFound("Task", name.ToString());

    /// <summary>What was accepted for the period before, year to date, by commitment; 0 in the first period, null where nothing was.</summary>
    public async Task<Func<TaskCommitment, decimal?>> BeforeAsync(ReportName name, AssignmentRole role, TaskContent content, CancellationToken cancellation)
    {
        var before = await AcceptedBeforeAsync(name, role, cancellation);
        var commitments = content.EveryCommitment().ToDictionary(c => c.Ordinal);
        return promised => name.Period.IsFirst ? 0 : YearToDate(before, promised, commitments);
    }

    /// <summary>The unit's part that its report is about: the one it was opened with, else its present one; lead where it has none.</summary>
    public async Task<AssignmentRole> RoleAsync(ReportName name, CancellationToken cancellation)
    {
        var (plan, number, period) = (name.Task.Plan, name.Task.Number, name.Period.Code);
        return await db.Reports.Where(r => r.PlanId == plan && r.TaskNumber == number && r.UnitId == name.Unit && r.PeriodCode == period)
                .Select(r => (AssignmentRole?)r.Role).SingleOrDefaultAsync(cancellation)
            ?? await db.Assignments.Where(a => a.PlanId == plan && a.TaskNumber == number && a.UnitId == name.Unit)
                .Select(a => (AssignmentRole?)a.Role).SingleOrDefaultAsync(cancellation)
            ?? AssignmentRole.Lead;
    }

    /// <summary>Its own, or, where it had none, of the one unit whose assignment it took over.</summary>
    async Task<IReadOnlyList<ReportedFigure>> AcceptedBeforeAsync(ReportName name, AssignmentRole role, CancellationToken cancellation)
    {
        if (name.Period.IsFirst) return [];
        var (plan, number, before) = (name.Task.Plan, name.Task.Number, name.Period.Previous.Code);
        var reports = await db.Reports.AsNoTracking().AsSingleQuery().Where(r => r.PlanId == plan && r.TaskNumber == number && r.PeriodCode == before
            && r.Role == role && r.State == ProgressState.Accepted && (r.UnitId == name.Unit || db.Assignments.Any(a =>
                a.PlanId == plan && a.TaskNumber == number && a.UnitId == name.Unit && a.PredecessorIds.Contains(r.UnitId)))).ToListAsync(cancellation);
        var report = reports.Find(r => r.UnitId == name.Unit) ?? (reports.Count == 1 ? reports[0] : null);
        return report?.Content.Figures ?? [];
    }

    /// <summary>Of the commitment itself; of another that promises the same thing only where it was not reported on.</summary>
    static decimal? YearToDate(IReadOnlyList<ReportedFigure> before, TaskCommitment commitment, Dictionary<int, TaskCommitment> commitments) =>
        before.Where(f => commitments.TryGetValue(f.Ordinal, out var other) && FigureRules.SameSeries(commitment, other))
            .OrderByDescending(f => f.Ordinal == commitment.Ordinal).Select(f => (decimal?)f.YearToDateValue).FirstOrDefault();
}
