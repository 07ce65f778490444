using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Plans;

/// <summary>Reads plans as far as they are shown.</summary>
public sealed class PlanQuery(TasksDbContext db)
{
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<Plan> GetAsync(string id, Sight sight, CancellationToken cancellation) =>
        await db.Plans.AsNoTracking().Where(sight.Plans).SingleOrDefaultAsync(p => p.Id == id, cancellation)
        ?? throw (sight.Office ? Problems.NotFound("Plan", ResourceNames.Plan(id)) : Problems.NotVisible("Plan", ResourceNames.Plan(id)));

    /// <summary>Newest year first, then by identifier.</summary>
    public async Task<IReadOnlyList<Plan>> ListAsync(PlanKey? after, PlanFilter filter, Sight sight, int count, CancellationToken cancellation)
    {
        var plans = db.Plans.AsNoTracking().Where(sight.Plans);
        if (filter.Jurisdiction is { } unit) plans = plans.Where(p => p.JurisdictionId == unit);
        if (filter.CascadedFrom is { } above) plans = plans.Where(p => p.CascadedFrom == above);
        if (after is not null) plans = plans.Where(p => p.Year < after.Year || (p.Year == after.Year && string.Compare(p.Id, after.Id) > 0));
        return await plans.OrderByDescending(p => p.Year).ThenBy(p => p.Id).Take(count).ToListAsync(cancellation);
    }
}

/// <summary>What plans to list; null members do not narrow.</summary>
/// <param name="Jurisdiction">The unit whose own plans are wanted.</param>
/// <param name="CascadedFrom">The plan above.</param>
public sealed record PlanFilter(string? Jurisdiction, string? CascadedFrom);

/// <summary>A plan's place in the list.</summary>
public sealed record PlanKey(int Year, string Id);
