using Suite.Tasks.Adjustments;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;
using ProgressReport = Suite.Tasks.Progress.ProgressReport;

namespace Suite.Tasks.Api;

/// <summary>What its unit is answered after a change of a report: all of it, with what the rules and the unit's other reports say.</summary>
sealed class ReportAnswers(TaskQuery tasks, ReportStandings standings, AdjustmentQuery adjustments, SameFigures same, TasksDbContext db)
{
    /// <summary>Saves the change and tells the report as it is now.</summary>
    public async Task<V1.ProgressReport> SaveAsync(ProgressReport report, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        var task = await tasks.GetAsync(report.Name.Task, Sight.Issued, cancellation);
        var standing = await standings.OfTaskAsync(report.Name.Task, cancellation);
        var adjusted = await adjustments.InForceAsync(report.Name.Task, cancellation);
        var contradictions = await same.ContradictionsAsync(report.Name, report.Role, task.Content, report.Content, cancellation);
        return new SeenReport(report, report.Revisions.Count).ToMessage(task.Content, standing(report.Name)).With(adjusted).Warned(report.Name, contradictions);
    }
}
