using Microsoft.EntityFrameworkCore;
using Suite.Auth.V1;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

/// <summary>How a caller is related to a task or report: by assignment of the own unit, or by being a responsible leader.</summary>
public sealed class TaskScopes(TasksDbContext db) : IScopeResolver
{
    public async Task<IReadOnlySet<Scope>> ScopesOfAsync(Caller caller, string resource, IReadOnlySet<Scope> asked, CancellationToken cancellation)
    {
        var held = new HashSet<Scope>();
        var report = ResourceNames.TryReportOf(resource);
        if ((report?.Task ?? ResourceNames.TryTask(resource) ?? CaseName.TryRead(resource)?.Task) is not { } task) return held;
        var unit = caller.Unit is null ? null : ResourceNames.IdOf(caller.Unit);
        if (report is { } named && named.Unit == unit) held.Add(Scope.OwnUnit);
        if (unit is not null && (asked.Contains(Scope.LedTask) || asked.Contains(Scope.SupportedTask)))
            held.UnionWith(await AssignedAsync(task, unit, cancellation));
        if (caller.Person is not null && asked.Contains(Scope.Portfolio) && await LeadsAsync(task, ResourceNames.IdOf(caller.Person), cancellation))
            held.Add(Scope.Portfolio);
        return held;
    }

    async Task<IEnumerable<Scope>> AssignedAsync(TaskName task, string unit, CancellationToken cancellation)
    {
        var roles = await db.Assignments.Where(a => a.PlanId == task.Plan && a.TaskNumber == task.Number && a.UnitId == unit && a.WithdrawnAt == null)
            .Select(a => a.Role).ToListAsync(cancellation);
        return roles.Select(role => role == AssignmentRole.Lead ? Scope.LedTask : Scope.SupportedTask);
    }

    Task<bool> LeadsAsync(TaskName task, string person, CancellationToken cancellation) =>
        db.Tasks.AnyAsync(t => t.PlanId == task.Plan && t.Number == task.Number && t.LeaderIds.Contains(person), cancellation);
}
