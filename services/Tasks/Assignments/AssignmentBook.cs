using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

/// <summary>Makes the assignments of an issued task follow what it says after a change. None is deleted.</summary>
static class AssignmentBook
{
    /// <param name="present">Every assignment the task has or had.</param>
    /// <returns>True where every unit that leads the task now has acknowledged it.</returns>
    public static bool Follow(TasksDbContext db, PlanTask task, IReadOnlyList<Assignment> present, ChangeCause cause)
    {
        var known = present.ToDictionary(a => a.UnitId);
        var wanted = Assignment.Of(task).ToDictionary(a => a.UnitId);
        foreach (var gone in present.Where(a => a.WithdrawnAt is null && !wanted.ContainsKey(a.UnitId))) gone.Withdraw(cause);
        foreach (var (unit, part) in wanted)
        {
            if (known.TryGetValue(unit, out var had)) had.Become(part, cause);
            else db.Assignments.Add(known[unit] = part.AddedBy(cause));
        }

        return wanted.Values.Where(a => a.Role == AssignmentRole.Lead).All(a => known[a.UnitId].AcknowledgedAt is not null);
    }

    public static void Withdraw(IEnumerable<Assignment> present, ChangeCause cause)
    {
        foreach (var assignment in present.Where(a => a.WithdrawnAt is null)) assignment.Withdraw(cause);
    }
}
