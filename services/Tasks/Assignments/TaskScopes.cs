using Microsoft.EntityFrameworkCore;
using Suite.Auth.V1;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Cascade;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;
using Suite.Tasks.Organization;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

/// <summary>
/// How a caller is related to a task or report: by assignment of the own unit, or by being a responsible leader, or by standing in for one
/// today. A unit acts for itself alone; what units below it are assigned it only sees (<see cref="ViewerBook"/>).
/// </summary>
public sealed class TaskScopes(TasksDbContext db, OrganizationBook organization, JurisdictionBook jurisdictions) : IScopeResolver
{
    static readonly HashSet<Role> CityOffice = [Role.Admin, Role.Office];
    static readonly Scope[] ByAssignment = [Scope.LedTask, Scope.SupportedTask, Scope.SubAssigned, Scope.SubReport];

    public async Task<IReadOnlySet<Scope>> ScopesOfAsync(Caller caller, string resource, IReadOnlySet<Scope> asked, CancellationToken cancellation)
    {
        var held = new HashSet<Scope>();
        if (asked.Contains(Scope.Jurisdiction) && await IsOwnOfficeAsync(caller, resource, cancellation)) held.Add(Scope.Jurisdiction);
        if (ResourceNames.TryPlan(resource) is { } plan && caller.Unit is { } party && asked.Any(ByAssignment.Contains))
            held.UnionWith(await HasPartsAsync(plan, ResourceNames.IdOf(party), cancellation));
        var report = ResourceNames.TryReportOf(resource);
        if ((report?.Task ?? ResourceNames.TryTask(resource) ?? CaseName.TryRead(resource)?.Task) is not { } task) return held;
        var unit = caller.Unit is null ? null : ResourceNames.IdOf(caller.Unit);
        if (report is { } named && named.Unit == unit) held.Add(Scope.OwnUnit);
        if (unit is not null && asked.Any(ByAssignment.Contains)) held.UnionWith(await AssignedAsync(task, unit, report?.Unit ?? unit, cancellation));
        if (caller.Person is not null && asked.Contains(Scope.Portfolio) && await LeadsAsync(task, ResourceNames.IdOf(caller.Person), cancellation))
            held.Add(Scope.Portfolio);
        return held;
    }

    /// <param name="reporting">The unit whose report is meant. Who has a part in a task is no secret, so neither is the answer; whether there is a report, is.</param>
    async Task<IEnumerable<Scope>> AssignedAsync(TaskName task, string unit, string reporting, CancellationToken cancellation)
    {
        var parts = await db.Assignments.Where(a => a.PlanId == task.Plan && a.TaskNumber == task.Number
                && ((a.UnitId == unit && a.WithdrawnAt == null) || a.UnitId == reporting))
            .Select(a => new { a.UnitId, a.Role, InForce = a.WithdrawnAt == null }).ToListAsync(cancellation);
        var mine = parts.Find(p => p.UnitId == unit && p.InForce)?.Role;
        return mine switch
        {
            AssignmentRole.Lead => parts.Exists(p => p.UnitId == reporting && p.UnitId != unit && p.Role != AssignmentRole.Lead)
                ? [Scope.LedTask, Scope.SubReport] : [Scope.LedTask],
            AssignmentRole.Support => [Scope.SupportedTask],
            AssignmentRole.GroupMember => [Scope.SupportedTask, Scope.SubAssigned],
            _ => [],
        };
    }

    /// <summary>What the unit does in any of the plan's tasks.</summary>
    async Task<IEnumerable<Scope>> HasPartsAsync(string plan, string unit, CancellationToken cancellation)
    {
        var roles = await db.Assignments.Where(a => a.PlanId == plan && a.UnitId == unit && a.WithdrawnAt == null).Select(a => a.Role).Distinct().ToListAsync(cancellation);
        return roles.Select(r => r == AssignmentRole.Lead ? Scope.LedTask : Scope.SupportedTask).Distinct();
    }

    /// <summary>The city's office is that of the city's plans, and of those that are yet to be; a unit is the office of what it made for itself.</summary>
    async Task<bool> IsOwnOfficeAsync(Caller caller, string resource, CancellationToken cancellation)
    {
        var jurisdiction = await jurisdictions.OfAsync(ResourceNames.PlanOf(resource), cancellation);
        return jurisdiction is null ? CityOffice.Overlaps(caller.Roles) : caller.Unit == ResourceNames.Unit(jurisdiction);
    }

    async Task<bool> LeadsAsync(TaskName task, string person, CancellationToken cancellation)
    {
        var leaders = await organization.ActingForAsync(person, cancellation);
        return await db.Tasks.AnyAsync(t => t.PlanId == task.Plan && t.Number == task.Number && t.LeaderIds.Any(l => leaders.Contains(l)), cancellation);
    }
}
