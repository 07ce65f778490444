using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cases;

/// <summary>What cases to list; null or empty members do not narrow.</summary>
/// <param name="Overdue">States in which an answer is awaited, where only overdue ones are wanted; else empty.</param>
public sealed record AskedFilter<TState>(CaseParent Parent, TState? State, string? Unit, IReadOnlyList<TState> Overdue)
    where TState : struct, Enum;

/// <summary>Reads instructions or questions: the office, the task's leaders and who stands in for one, the unit, those above it and those that took over from it see them.</summary>
public sealed class AskedQuery<TCase, TState>(TasksDbContext db, CityTime time)
    where TCase : AskedCase<TState>
    where TState : struct, Enum
{
    /// <exception cref="ProblemException">NOT_FOUND, also where the viewer may not see it.</exception>
    public async Task<TCase> GetAsync(CaseName name, CaseViewer viewer, CancellationToken cancellation) =>
        await Visible(viewer).SingleOrDefaultAsync(c => c.PlanId == name.Task.Plan && c.TaskNumber == name.Task.Number && c.Number == name.Number, cancellation)
        ?? throw Problems.NotVisible(name.Kind.ToString(), name.ToString());

    /// <summary>By task and number.</summary>
    public async Task<IReadOnlyList<TCase>> ListAsync(AskedFilter<TState> filter, CaseViewer viewer, CaseKey? after, int count, CancellationToken cancellation)
    {
        var found = Visible(viewer).Where(c => c.PlanId == filter.Parent.Plan);
        if (filter.Parent.Task is { } task) found = found.Where(c => c.TaskNumber == task);
        if (filter.Unit is { } unit) found = found.Where(c => c.UnitId == unit);
        if (filter.State is { } state) found = WithState(found, [state]);
        if (filter.Overdue.Count > 0)
        {
            var today = time.Today;
            found = WithState(found, [.. filter.Overdue]).Where(c => c.DueOn < today);
        }

        if (after is not null) found = found.Where(c => c.TaskNumber > after.Task || (c.TaskNumber == after.Task && c.Number > after.Number));
        return await found.OrderBy(c => c.TaskNumber).ThenBy(c => c.Number).Take(count).ToListAsync(cancellation);
    }

    static IQueryable<TCase> WithState(IQueryable<TCase> cases, List<TState> states) => cases.Where(c => states.Contains(c.State));

    IQueryable<TCase> Visible(CaseViewer viewer)
    {
        var (portfolio, heirs) = (viewer.Portfolio(db), viewer.TakenOver(db));
        return db.Set<TCase>().AsNoTracking().AsSingleQuery().Where(c => viewer.Office || viewer.Units.Contains(c.UnitId)
            || portfolio.Any(t => t.PlanId == c.PlanId && t.Number == c.TaskNumber)
            || heirs.Any(a => a.PlanId == c.PlanId && a.TaskNumber == c.TaskNumber && a.PredecessorIds.Contains(c.UnitId)));
    }
}
