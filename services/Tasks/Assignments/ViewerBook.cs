using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Cascade;
using Suite.Tasks.Naming;
using Suite.Tasks.Organization;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

/// <summary>
/// Whose eyes look at a task's reports. A unit sees what it and the units below it may see, and the reports of those it took over from; a
/// responsible leader, or who stands in today, sees what was submitted. What is asked of the database depends on the caller and the task
/// alone, never on the reports there are.
/// </summary>
public sealed class ViewerBook(TasksDbContext db, OrganizationBook organization, JurisdictionBook jurisdictions)
{
    public async Task<Viewer> OfAsync(Access access, TaskName task, CancellationToken cancellation)
    {
        var viewer = Viewer.Of(access, await jurisdictions.IsOfficeAsync(access, task.Plan, cancellation));
        if (viewer.IsOffice) return viewer;
        if (access.Caller.Unit is { } unit) viewer = await WithUnitsAsync(viewer, ResourceNames.IdOf(unit), task, cancellation);
        if (access.Caller.Person is { } person && await LeadsAsync(ResourceNames.IdOf(person), task, cancellation))
            viewer = viewer with { Stage = ProgressState.Submitted };
        return viewer;
    }

    async Task<Viewer> WithUnitsAsync(Viewer viewer, string unit, TaskName task, CancellationToken cancellation)
    {
        var units = await organization.WithBelowAsync(unit, cancellation);
        var parts = await db.Assignments.Where(a => a.PlanId == task.Plan && a.TaskNumber == task.Number && a.WithdrawnAt == null && units.Contains(a.UnitId))
            .Select(a => new { a.Role, a.PredecessorIds }).ToListAsync(cancellation);
        return viewer with
        {
            Units = [.. units, .. parts.SelectMany(p => p.PredecessorIds)], LeadsTask = parts.Exists(p => p.Role == AssignmentRole.Lead),
        };
    }

    async Task<bool> LeadsAsync(string person, TaskName task, CancellationToken cancellation)
    {
        var leaders = await organization.ActingForAsync(person, cancellation);
        return await db.Tasks.AnyAsync(t => t.PlanId == task.Plan && t.Number == task.Number && t.LeaderIds.Any(l => leaders.Contains(l)), cancellation);
    }
}
