using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

/// <summary>Rolls the members' reports of a task up.</summary>
public sealed class RollupQuery(TasksDbContext db, TaskQuery tasks, ViewerBook viewers)
{
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<TaskRollup> OfAsync(TaskName name, int quarter, Access access, CancellationToken cancellation)
    {
        var task = await tasks.GetAsync(name, Sight.Of(access), cancellation);
        var viewer = await viewers.OfAsync(access, name, cancellation);
        var members = await db.Assignments.AsNoTracking().AsSingleQuery().Where(a => a.PlanId == name.Plan && a.TaskNumber == name.Number
            && a.Role == AssignmentRole.GroupMember && a.WithdrawnAt == null).ToListAsync(cancellation);
        var reports = await viewer.Visible(db.Reports.AsNoTracking().AsSingleQuery()).Where(r => r.PlanId == name.Plan && r.TaskNumber == name.Number
            && r.Quarter == quarter && r.Role == AssignmentRole.GroupMember).ToListAsync(cancellation);
        // A unit's own draft is for its own eyes to see, but nothing reported yet.
        var seen = reports.Select(viewer.See).OfType<SeenReport>().Where(s => s.Steps.Any(step => step.Kind == ProgressState.Submitted));
        return TaskRollup.Of(task.Content, members, seen);
    }
}
