using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Progress;

/// <summary>A report as entered, before its figures are completed.</summary>
public sealed record EnteredContent(string Narrative, string Difficulties, string NextSteps, IReadOnlyList<EnteredFigure> Figures)
{
    public static EnteredContent Of(ReportContent content) => new(content.Narrative, content.Difficulties, content.NextSteps,
        [.. content.Figures.Select(f => new EnteredFigure(f.Ordinal, f.PeriodValue, f.YearToDateValue, f.Note))]);
}

/// <summary>Completes the figures of a report from the task's commitments and from what was accepted for the quarter before.</summary>
public sealed class FigureBook(TasksDbContext db)
{
    /// <param name="retired">True where figures may answer commitments that an edition took away: the report was written before.</param>
    /// <exception cref="ProblemException">INVALID_FIELD, CONTRADICTING_FIGURE.</exception>
    public async Task<ReportContent> CompleteAsync(ReportName name, EnteredContent entered, bool retired, CancellationToken cancellation)
    {
        var content = await ContentAsync(name.Task, cancellation);
        var commitments = content.EveryCommitment().ToDictionary(c => c.Ordinal);
        var inForce = content.Commitments().Select(c => c.Ordinal).ToHashSet();
        var before = await AcceptedBeforeAsync(name, cancellation);
        var figures = entered.Figures.Select((figure, index) =>
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"report.figures[{index}]");
            if (!commitments.TryGetValue(figure.Ordinal, out var commitment) || !(retired || inForce.Contains(figure.Ordinal)))
                throw Problems.InvalidField($"{field}.commitment", $"task {name.Task.Number} has the commitments {Ordinals(inForce)}.");
            return FigureRules.Complete(figure, commitment, name.Quarter == 1 ? 0 : YearToDate(before, commitment, commitments), field);
        }).ToList();
        var doubled = figures.GroupBy(f => f.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (doubled is not null) throw Problems.InvalidField("report.figures", $"answer commitment {doubled.Key} more than once.");
        return new(entered.Narrative, entered.Difficulties, entered.NextSteps, figures);
    }

    async Task<TaskContent> ContentAsync(TaskName name, CancellationToken cancellation) =>
        await db.Tasks.AsNoTracking().Where(t => t.PlanId == name.Plan && t.Number == name.Number).Select(t => t.Content).SingleOrDefaultAsync(cancellation)
        ?? throw Problems.NotFound("Task", name.ToString());

    /// <summary>1 to 5, or one by one where an edition left gaps.</summary>
    static string Ordinals(HashSet<int> ordinals) => ordinals.Count > 0 && ordinals.Max() == ordinals.Count
        ? string.Create(CultureInfo.InvariantCulture, $"1 to {ordinals.Count}")
        : string.Join(", ", ordinals.Order());

    async Task<IReadOnlyList<ReportedFigure>> AcceptedBeforeAsync(ReportName name, CancellationToken cancellation)
    {
        var report = await db.Reports.AsNoTracking().AsSingleQuery().SingleOrDefaultAsync(
            r => r.PlanId == name.Task.Plan && r.TaskNumber == name.Task.Number && r.UnitId == name.Unit && r.Quarter == name.Quarter - 1
                && r.State == ProgressState.Accepted, cancellation);
        return report?.Content.Figures ?? [];
    }

    static decimal? YearToDate(IReadOnlyList<ReportedFigure> before, TaskCommitment commitment, Dictionary<int, TaskCommitment> commitments) =>
        before.Where(f => commitments.TryGetValue(f.Ordinal, out var other) && FigureRules.SameSeries(commitment, other))
            .Select(f => (decimal?)f.YearToDateValue).FirstOrDefault();
}
