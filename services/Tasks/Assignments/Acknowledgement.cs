using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

/// <summary>A unit takes note of its assignment (签收); once all lead units have, the task is in progress.</summary>
public sealed class Acknowledgement(TasksDbContext db, TimeProvider clock)
{
    /// <exception cref="ProblemException">NOT_FOUND, ILLEGAL_STEP.</exception>
    public async Task<PlanTask> AcknowledgeAsync(TaskName name, string unitId, Actor by, CancellationToken cancellation)
    {
        var task = await db.Tasks.SingleOrDefaultAsync(t => t.PlanId == name.Plan && t.Number == name.Number, cancellation)
            ?? throw Problems.NotFound("Task", name.ToString());
        var concerned = await db.Assignments.Where(a => a.PlanId == name.Plan && a.TaskNumber == name.Number && a.WithdrawnAt == null
            && (a.Role == AssignmentRole.Lead || a.UnitId == unitId)).ToListAsync(cancellation);
        var mine = concerned.SingleOrDefault(a => a.UnitId == unitId) ?? throw Problems.NotFound("Task", name.ToString());
        if (task.State.IsOver()) throw Problems.IllegalStep("Task", name.ToString(), StateNames.Of(task.State), "be acknowledged");
        var now = clock.GetUtcNow();
        if (!mine.Acknowledge(by.Account, now)) return task;
        var complete = concerned.Where(a => a.Role == AssignmentRole.Lead).All(a => a.AcknowledgedAt is not null);
        if (complete && mine.Role == AssignmentRole.Lead) task.Start(now);
        var unit = new UnitFact(ResourceNames.Unit(unitId), mine.UnitName);
        var told = new TaskAcknowledged(name.ToString(), ResourceNames.Plan(name.Plan), unit, complete, new(by.Account, by.DisplayName, now));
        db.Publish(told with { Role = EventWords.Of(mine.Role) }, now);
        return task;
    }
}
