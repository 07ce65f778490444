using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Cascade;
using Suite.Tasks.Naming;
using Suite.Tasks.Organization;

namespace Suite.Tasks.Cases;

/// <summary>Whose eyes look at a plan's cases and board: the same scope as for its reports. What is asked depends on the caller alone.</summary>
public sealed class CaseViewerBook(OrganizationBook organization, JurisdictionBook jurisdictions)
{
    public async Task<CaseViewer> OfAsync(Access access, string plan, CancellationToken cancellation)
    {
        if (await jurisdictions.IsOfficeAsync(access, plan, cancellation)) return new(true, [], []);
        var units = access.Caller.Unit is { } unit ? await organization.WithBelowAsync(ResourceNames.IdOf(unit), cancellation) : [];
        var people = access.Caller.Person is { } person ? await organization.ActingForAsync(ResourceNames.IdOf(person), cancellation) : [];
        return new(false, units, people);
    }
}
