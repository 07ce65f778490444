using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Cases;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Adjustments;

/// <summary>What adjustments to list; null members do not narrow.</summary>
public sealed record AdjustmentFilter(CaseParent Parent, AdjustmentState? State, string? Unit);

/// <summary>Reads adjustments as far as a viewer may see them.</summary>
public sealed class AdjustmentQuery(TasksDbContext db)
{
    /// <exception cref="ProblemException">NOT_FOUND, also where the viewer may not see it.</exception>
    public async Task<Adjustment> GetAsync(CaseName name, CaseViewer viewer, CancellationToken cancellation) =>
        await Visible(viewer).SingleOrDefaultAsync(a => a.PlanId == name.Task.Plan && a.TaskNumber == name.Task.Number && a.Number == name.Number, cancellation)
        ?? throw Problems.NotVisible("Adjustment", name.ToString());

    /// <summary>By task and number.</summary>
    public async Task<IReadOnlyList<Adjustment>> ListAsync(AdjustmentFilter filter, CaseViewer viewer, CaseKey? after, int count, CancellationToken cancellation)
    {
        var found = Visible(viewer).Where(a => a.PlanId == filter.Parent.Plan);
        if (filter.Parent.Task is { } task) found = found.Where(a => a.TaskNumber == task);
        if (filter.State is { } state) found = found.Where(a => a.State == state);
        if (filter.Unit is { } unit) found = found.Where(a => a.UnitId == unit);
        if (after is not null) found = found.Where(a => a.TaskNumber > after.Task || (a.TaskNumber == after.Task && a.Number > after.Number));
        return await found.OrderBy(a => a.TaskNumber).ThenBy(a => a.Number).Take(count).ToListAsync(cancellation);
    }

    /// <summary>The adjustments that made a task what it is, in the order in which they came into force.</summary>
    public async Task<IReadOnlyList<Adjustment>> InForceAsync(TaskName task, CancellationToken cancellation) =>
        await db.Adjustments.AsNoTracking().AsSingleQuery()
            .Where(a => a.PlanId == task.Plan && a.TaskNumber == task.Number && a.State == AdjustmentState.InForce)
            .OrderBy(a => a.TaskRevision).ToListAsync(cancellation);

    /// <summary>What the task said before, the oldest first.</summary>
    /// <param name="after">Revision of the last one shown; null for the first page.</param>
    public async Task<IReadOnlyList<PastTask>> PastAsync(TaskName task, int? after, int count, CancellationToken cancellation) =>
        await db.PastTasks.AsNoTracking().Where(t => t.PlanId == task.Plan && t.TaskNumber == task.Number && (after == null || t.Revision > after))
            .OrderBy(t => t.Revision).Take(count).ToListAsync(cancellation);

    IQueryable<Adjustment> Visible(CaseViewer viewer)
    {
        var (portfolio, heirs) = (viewer.Portfolio(db), viewer.TakenOver(db));
        return db.Adjustments.AsNoTracking().AsSingleQuery().Where(a => viewer.Units.Contains(a.UnitId)
            || a.State == AdjustmentState.Approved || a.State == AdjustmentState.InForce
            || (a.SubmittedAt != null && (viewer.Office || portfolio.Any(t => t.PlanId == a.PlanId && t.Number == a.TaskNumber)))
            || heirs.Any(h => h.PlanId == a.PlanId && h.TaskNumber == a.TaskNumber && h.PredecessorIds.Contains(a.UnitId)));
    }
}
