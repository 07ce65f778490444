using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cascade;

/// <summary>Finds what has changed above the tasks of a unit's own plan.</summary>
public sealed class CascadeFindings(TasksDbContext db)
{
    /// <summary>By number; those that differ are picked by the database.</summary>
    /// <exception cref="ProblemException">NOT_FOUND where there is no such plan.</exception>
    public async Task<IReadOnlyList<CascadeFinding>> ListAsync(string plan, int after, int count, CancellationToken cancellation)
    {
        var found = await FindAsync(db.Tasks.AsNoTracking().Where(t => t.PlanId == plan && t.Number > after), count, cancellation);
        if (found.Count == 0 && !await db.Plans.AnyAsync(p => p.Id == plan, cancellation)) throw Problems.NotFound("Plan", ResourceNames.Plan(plan));
        return found;
    }

    /// <summary>The finding on one task, which is tracked; null for none.</summary>
    public async Task<CascadeFinding?> FindAsync(TaskName task, CancellationToken cancellation) =>
        (await FindAsync(db.Tasks.Where(t => t.PlanId == task.Plan && t.Number == task.Number), 1, cancellation)).SingleOrDefault();

    async Task<List<CascadeFinding>> FindAsync(IQueryable<PlanTask> tasks, int count, CancellationToken cancellation)
    {
        var found = await (
            from task in tasks
            join above in db.Tasks on new { Plan = task.AbovePlanId!, Number = task.AboveNumber!.Value } equals new { Plan = above.PlanId, above.Number }
            where task.State != TaskState.Withdrawn && task.State != TaskState.Closed && task.State != TaskState.CarriedOver
                && (task.AboveRevision != above.Revision
                    || task.AboveState != (above.State == TaskState.Issued ? TaskState.InProgress : above.State))
            orderby task.Number
            select new
            {
                Task = task, Above = above,
                Assigned = db.Assignments.Any(a => a.PlanId == above.PlanId && a.TaskNumber == above.Number && a.WithdrawnAt == null
                    && db.Plans.Any(p => p.Id == task.PlanId && p.JurisdictionId == a.UnitId)),
                Before = db.PastTasks.FirstOrDefault(p => p.PlanId == above.PlanId && p.TaskNumber == above.Number && p.Revision == task.AboveRevision),
            }).Take(count).ToListAsync(cancellation);
        return [.. from f in found
                   let kind = CascadeFinding.KindOf(f.Task, f.Above, f.Assigned)
                   where kind is not null
                   select new CascadeFinding(f.Task, f.Above, kind.Value, f.Before?.Content ?? f.Above.Content)];
    }
}
