using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

public sealed class AssignmentQuery(TasksDbContext db)
{
    /// <summary>The units of a task by identifier. A draft has none.</summary>
    /// <param name="withdrawn">True lists those too that an edition ended.</param>
    public async Task<IReadOnlyList<Assignment>> ListAsync(TaskName task, string after, bool withdrawn, int count, CancellationToken cancellation) =>
        await db.Assignments.AsNoTracking().AsSingleQuery()
            .Where(a => a.PlanId == task.Plan && a.TaskNumber == task.Number && string.Compare(a.UnitId, after) > 0 && (withdrawn || a.WithdrawnAt == null))
            .OrderBy(a => a.UnitId).Take(count).ToListAsync(cancellation);
}
