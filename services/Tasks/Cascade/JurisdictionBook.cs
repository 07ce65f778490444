using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Naming;
using Suite.Tasks.Organization;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cascade;

/// <summary>Whose plans are whose: the city's, or those that a unit made for itself and for the units below it.</summary>
public sealed class JurisdictionBook(TasksDbContext db, OrganizationBook organization)
{
    const int UnitsNamed = 10;

    /// <summary>True where the caller looks at the plan as its office; of a plan that does not exist, as the city's.</summary>
    public async Task<bool> IsOfficeAsync(Access access, string plan, CancellationToken cancellation)
    {
        var unit = access.Caller.Unit is { } own ? ResourceNames.IdOf(own) : null;
        return access.Everything && await OfAsync(plan, cancellation) is var jurisdiction && (jurisdiction is null || jurisdiction == unit);
    }

    /// <summary>Identifier of the unit whose plan it is; null for the city's, and where there is none.</summary>
    public Task<string?> OfAsync(string plan, CancellationToken cancellation) =>
        db.Plans.Where(p => p.Id == plan).Select(p => p.JurisdictionId).SingleOrDefaultAsync(cancellation);

    /// <summary>A unit's own plan gives work to nobody but itself and the units below it.</summary>
    /// <exception cref="ProblemException">OUT_OF_SCOPE.</exception>
    public async Task RequireWithinAsync(Plan plan, IEnumerable<string> units, CancellationToken cancellation)
    {
        if (plan.JurisdictionId is not { } jurisdiction) return;
        var within = await organization.WithBelowAsync(jurisdiction, cancellation);
        var outside = units.Distinct().Except(within).Order(StringComparer.Ordinal).ToList();
        if (outside.Count > 0)
            throw Problems.Because(Reason.OutOfScope,
                $"'{ResourceNames.Plan(plan.Id)}' is a plan of {ResourceNames.Unit(jurisdiction)}; it can't give work to {string.Join(", ", outside.Take(UnitsNamed).Select(ResourceNames.Unit))}{(outside.Count > UnitsNamed ? ", …" : "")}.");
    }
}
