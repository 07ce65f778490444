using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Organization;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

/// <summary>An assignment whose unit is no more.</summary>
/// <param name="Unit">The unit's last facts.</param>
/// <param name="Successors">The units that the directory names, with their names of today.</param>
public sealed record PendingHandover(Assignment Assignment, KnownUnit Unit, IReadOnlyList<KnownUnit> Successors);

/// <summary>An assignment's place in the list of a plan.</summary>
public sealed record AssignmentKey(int Task, string Unit);

/// <summary>Finds what units that ended have left.</summary>
public sealed class HandoverQuery(TasksDbContext db, OrganizationBook organization, CityTime time)
{
    /// <summary>By task, then unit.</summary>
    /// <exception cref="ProblemException">NOT_FOUND.</exception>
    public async Task<IReadOnlyList<PendingHandover>> ListAsync(string plan, AssignmentKey? after, int count, CancellationToken cancellation)
    {
        if (!await db.Plans.AnyAsync(p => p.Id == plan, cancellation)) throw Problems.NotFound("Plan", ResourceNames.Plan(plan));
        var (today, afterTask, afterUnit) = (time.Today, after?.Task ?? 0, after?.Unit ?? "");
        var ended = db.KnownUnits.Where(u => u.Until != null && u.Until <= today && !db.KnownUnits.Any(later => later.UnitId == u.UnitId && later.Since >= u.Until));
        var found = await (
            from assignment in db.Assignments.AsNoTracking().AsSingleQuery()
            join unit in ended on assignment.UnitId equals unit.UnitId
            where assignment.PlanId == plan && assignment.WithdrawnAt == null
                && (assignment.TaskNumber > afterTask || (assignment.TaskNumber == afterTask && string.Compare(assignment.UnitId, afterUnit) > 0))
            orderby assignment.TaskNumber, assignment.UnitId
            select new { Assignment = assignment, Unit = unit }).Take(count).ToListAsync(cancellation);
        var successors = await organization.UnitsAsync([.. found.SelectMany(f => f.Unit.Successors).Distinct()], cancellation);
        return [.. found.Select(f => new PendingHandover(f.Assignment, f.Unit, [.. f.Unit.Successors.Where(successors.ContainsKey).Select(s => successors[s])]))];
    }
}
