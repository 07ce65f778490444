using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Assignments;
using Suite.Tasks.Cases;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Finding;

/// <summary>The board with the names that belong to its keys.</summary>
public sealed record SeenBoard(BoardTally Tally, int Quarter, IReadOnlyList<int> Due, IReadOnlyDictionary<string, string> Units, IReadOnlyDictionary<string, string> Leaders);

/// <summary>Reads what the board counts: four indexed queries, none of which touches what the tasks say.</summary>
public sealed class BoardQuery(TasksDbContext db, DueQuarters due)
{
    /// <param name="quarter">Null for the present one.</param>
    /// <exception cref="Suite.ServiceDefaults.Errors.ProblemException">NOT_FOUND.</exception>
    public async Task<SeenBoard> GetAsync(string plan, int? quarter, CaseViewer viewer, CancellationToken cancellation)
    {
        var quarters = await due.OfAsync(plan, cancellation);
        var tasks = await db.Tasks.Where(t => t.PlanId == plan && t.State != TaskState.Draft && t.State != TaskState.Withdrawn).OrderBy(t => t.Number)
            .Select(t => new BoardTask(t.Number, t.Section, t.State, t.Light, t.LeadUnitIds, t.LeaderIds, t.OwedQuarters, t.EndedAt)).ToListAsync(cancellation);
        // A month within a quarter says nothing of the quarter.
        var reports = await db.Reports
            .Where(r => r.PlanId == plan && r.Role == AssignmentRole.Lead && r.PeriodCode / 10 % 3 == 0 && (r.State == ProgressState.Submitted || r.State == ProgressState.Accepted))
            .Select(r => new BoardReport(r.TaskNumber, r.UnitId, r.Quarter, r.State == ProgressState.Accepted)).ToListAsync(cancellation);
        var units = await db.Assignments.Where(a => a.PlanId == plan && a.Role == AssignmentRole.Lead && a.WithdrawnAt == null)
            .Select(a => new { a.UnitId, a.UnitName }).Distinct().ToListAsync(cancellation);
        var people = tasks.SelectMany(t => t.Leaders).Distinct().ToList();
        var leaders = await db.KnownPeople.Where(p => people.Contains(p.PersonId)).Select(p => new { p.PersonId, p.Name }).ToListAsync(cancellation);
        var led = tasks.Where(t => t.Leaders.Any(viewer.People.Contains)).Select(t => t.Number).ToHashSet();
        var own = viewer.Units.ToHashSet();
        return new(new([.. tasks.Select(t => t with { Excused = quarters.ExcusedOf(t) })], reports, quarters.Over, r => viewer.Office || own.Contains(r.Unit) || led.Contains(r.Task)), quarter ?? quarters.Present, quarters.Over,
            units.DistinctBy(u => u.UnitId).ToDictionary(u => u.UnitId, u => u.UnitName), leaders.ToDictionary(p => p.PersonId, p => p.Name));
    }
}
