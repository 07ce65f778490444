using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cases;

/// <summary>Whose eyes cases are shown to; <see cref="CaseViewerBook"/> makes it.</summary>
/// <param name="Office">True for the office of the plan, which sees every issued thing.</param>
/// <param name="Units">Identifiers of the caller's unit and those below it; empty for none.</param>
/// <param name="People">Identifiers of the leader that the caller is and of those the caller stands in for today; empty for none.</param>
public sealed record CaseViewer(bool Office, string[] Units, string[] People)
{
    /// <summary>The tasks that the caller answers for as a leader.</summary>
    public IQueryable<PlanTask> Portfolio(TasksDbContext db) => db.Tasks.Where(t => t.LeaderIds.Any(l => People.Contains(l)));

    /// <summary>The parts in tasks that the caller's units have taken over from others, whose cases they see.</summary>
    public IQueryable<Assignment> TakenOver(TasksDbContext db) =>
        db.Assignments.Where(a => a.WithdrawnAt == null && a.PredecessorIds.Length > 0 && Units.Contains(a.UnitId));
}

/// <summary>A case's place in the list of a plan.</summary>
public sealed record CaseKey(int Task, int Number);

/// <summary>Cases of a plan, or of one of its tasks.</summary>
public sealed record CaseParent(string Plan, int? Task)
{
    public static CaseParent Read(string name) =>
        ResourceNames.TryTask(name) is { } task ? new(task.Plan, task.Number) : new(ResourceNames.ReadPlan(name, "parent"), null);
}
