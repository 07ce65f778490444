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
    /// <exception cref="ProblemException">INVALID_FIELD, CONTRADICTING_FIGURE.</exception>
    public async Task<ReportContent> CompleteAsync(ReportName name, EnteredContent entered, CancellationToken cancellation)
    {
        var commitments = await CommitmentsAsync(name.Task, cancellation);
        var before = await AcceptedBeforeAsync(name, cancellation);
        var figures = entered.Figures.Select((figure, index) =>
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"report.figures[{index}]");
            if (!commitments.TryGetValue(figure.Ordinal, out var commitment))
                throw Problems.InvalidField($"{field}.commitment", $"task {name.Task.Number} has commitments 1 to {commitments.Count}.");
            return FigureRules.Complete(figure, commitment, name.Quarter == 1 ? 0 : YearToDate(before, commitment, commitments), field);
        }).ToList();
        var doubled = figures.GroupBy(f => f.Ordinal).FirstOrDefault(g => g.Count() > 1);
        if (doubled is not null) throw Problems.InvalidField("report.figures", $"answer commitment {doubled.Key} more than once.");
        return new(entered.Narrative, entered.Difficulties, entered.NextSteps, figures);
    }

    public async Task<Light?> SuggestAsync(ReportName name, ReportContent content, CancellationToken cancellation)
    {
        var commitments = await CommitmentsAsync(name.Task, cancellation);
        return LightRule.First.Suggest(name.Quarter, content.Figures.Select(f => (commitments[f.Ordinal], f)));
    }

    async Task<Dictionary<int, TaskCommitment>> CommitmentsAsync(TaskName name, CancellationToken cancellation)
    {
        var content = await db.Tasks.AsNoTracking().Where(t => t.PlanId == name.Plan && t.Number == name.Number)
            .Select(t => t.Content).SingleOrDefaultAsync(cancellation) ?? throw Problems.NotFound("Task", name.ToString());
        return content.Commitments().ToDictionary(c => c.Ordinal);
    }

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
