using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Plans;

/// <summary>Reads plans. Drafts are shown only where <c>drafts</c> is true.</summary>
public sealed class PlanQuery(TasksDbContext db)
{
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<Plan> GetAsync(string id, bool drafts, CancellationToken cancellation) =>
        await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && (drafts || p.State != PlanState.Draft), cancellation)
        ?? throw (drafts ? Problems.NotFound("Plan", ResourceNames.Plan(id)) : Problems.NotVisible("Plan", ResourceNames.Plan(id)));

    /// <summary>Newest year first, then by identifier.</summary>
    public async Task<IReadOnlyList<Plan>> ListAsync(PlanKey? after, bool drafts, int count, CancellationToken cancellation)
    {
        var plans = db.Plans.AsNoTracking().Where(p => drafts || p.State != PlanState.Draft);
        if (after is not null) plans = plans.Where(p => p.Year < after.Year || (p.Year == after.Year && string.Compare(p.Id, after.Id) > 0));
        return await plans.OrderByDescending(p => p.Year).ThenBy(p => p.Id).Take(count).ToListAsync(cancellation);
    }
}

/// <summary>A plan's place in the list.</summary>
public sealed record PlanKey(int Year, string Id);
