using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Overviews;

/// <summary>Keeps each plan's standing until the plan is known further; whether it is, one look at its revision tells.</summary>
public sealed class StandingCache(IServiceScopeFactory scopes)
{
    const int MostPlans = 200;

    readonly ConcurrentDictionary<string, PlanStanding> _standings = new();

    /// <summary>Null for a plan not heard of; the time is that of the last thing heard.</summary>
    public async Task<(PlanStanding Standing, DateTimeOffset RecordTime)?> GetAsync(string plan, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        var state = await db.PlanStates.AsNoTracking().SingleOrDefaultAsync(s => s.Plan == plan, cancellation);
        if (_standings.TryGetValue(plan, out var standing) && standing.Revision >= (state?.Revision ?? 0))
            return (standing, TimeOf(standing));
        var facts = await scope.ServiceProvider.GetRequiredService<FactReader>().ReadAsync(plan, null, null, cancellation);
        if (facts is null) return null;
        var counted = PlanStanding.Of(facts);
        if (_standings.Count >= MostPlans) _standings.Clear();
        _standings[plan] = counted;
        return (counted, TimeOf(counted));

        DateTimeOffset TimeOf(PlanStanding known) => state?.RecordTime ?? known.Plan.IssueTime;
    }
}
