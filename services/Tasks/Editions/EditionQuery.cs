using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Editions;

/// <summary>What changes of an edition to list; null members do not narrow.</summary>
public sealed record ChangeFilter(EditionName Edition, ChangeState? State, ChangeKind? Kind, TaskField? Field);

/// <summary>Reads editions and their changes.</summary>
public sealed class EditionQuery(TasksDbContext db)
{
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<PlanEdition> GetAsync(EditionName name, CancellationToken cancellation) =>
        await db.Editions.AsNoTracking().SingleOrDefaultAsync(e => e.PlanId == name.Plan && e.Number == name.Number, cancellation)
        ?? throw Problems.NotFound("Edition", name.ToString());

    /// <summary>Newest first.</summary>
    /// <param name="before">Number of the last one shown; null for the first page.</param>
    /// <exception cref="ProblemException">NOT_FOUND where there is no such plan.</exception>
    public async Task<IReadOnlyList<PlanEdition>> ListAsync(string plan, int? before, int count, CancellationToken cancellation)
    {
        var found = await db.Editions.AsNoTracking().Where(e => e.PlanId == plan && (before == null || e.Number < before))
            .OrderByDescending(e => e.Number).Take(count).ToListAsync(cancellation);
        if (found.Count == 0 && !await db.Plans.AnyAsync(p => p.Id == plan, cancellation)) throw Problems.NotFound("Plan", ResourceNames.Plan(plan));
        return found;
    }

    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<PlanChange> GetChangeAsync(ChangeName name, CancellationToken cancellation) =>
        await Of(name.Edition).SingleOrDefaultAsync(c => c.Number == name.Number, cancellation) ?? throw Problems.NotFound("Change", name.ToString());

    /// <summary>In the order of the plan.</summary>
    /// <exception cref="ProblemException">NOT_FOUND where there is no such edition.</exception>
    public async Task<IReadOnlyList<PlanChange>> ListChangesAsync(ChangeFilter filter, int after, int count, CancellationToken cancellation)
    {
        var changes = Of(filter.Edition).Where(c => c.Number > after);
        if (filter.State is { } state) changes = changes.Where(c => c.State == state);
        if (filter.Kind is { } kind) changes = changes.Where(c => c.Kind == kind);
        if (filter.Field is { } field) changes = changes.Where(c => c.Field == field);
        var found = await changes.OrderBy(c => c.Number).Take(count).ToListAsync(cancellation);
        if (found.Count == 0) await GetAsync(filter.Edition, cancellation);
        return found;
    }

    IQueryable<PlanChange> Of(EditionName edition) => db.Changes.AsNoTracking().Where(c => c.PlanId == edition.Plan && c.Edition == edition.Number);
}
