using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Cases;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Closing;

/// <summary>Reads requests to close tasks: its unit and those above it, the office and the task's leaders see each, others those that were approved.</summary>
public sealed class ClosingQuery(TasksDbContext db)
{
    /// <exception cref="ProblemException">NOT_FOUND, also where the viewer may not see it.</exception>
    public async Task<ClosingRequest> GetAsync(CaseName name, CaseViewer viewer, CancellationToken cancellation) =>
        await Visible(viewer).SingleOrDefaultAsync(c => c.PlanId == name.Task.Plan && c.TaskNumber == name.Task.Number && c.Number == name.Number, cancellation)
        ?? throw Problems.NotVisible("Closing", name.ToString());

    /// <summary>By task and number.</summary>
    public async Task<IReadOnlyList<ClosingRequest>> ListAsync(
        CaseParent parent, ClosingState? state, string? unit, CaseViewer viewer, CaseKey? after, int count, CancellationToken cancellation)
    {
        var found = Visible(viewer).Where(c => c.PlanId == parent.Plan);
        if (parent.Task is { } task) found = found.Where(c => c.TaskNumber == task);
        if (state is not null) found = found.Where(c => c.State == state);
        if (unit is not null) found = found.Where(c => c.UnitId == unit);
        if (after is not null) found = found.Where(c => c.TaskNumber > after.Task || (c.TaskNumber == after.Task && c.Number > after.Number));
        return await found.OrderBy(c => c.TaskNumber).ThenBy(c => c.Number).Take(count).ToListAsync(cancellation);
    }

    IQueryable<ClosingRequest> Visible(CaseViewer viewer)
    {
        var (portfolio, heirs) = (viewer.Portfolio(db), viewer.TakenOver(db));
        return db.Closings.AsNoTracking().AsSingleQuery().Where(c => viewer.Office || viewer.Units.Contains(c.UnitId)
            || c.State == ClosingState.Approved || c.State == ClosingState.Reopened
            || portfolio.Any(t => t.PlanId == c.PlanId && t.Number == c.TaskNumber)
            || heirs.Any(a => a.PlanId == c.PlanId && a.TaskNumber == c.TaskNumber && a.PredecessorIds.Contains(c.UnitId)));
    }
}
