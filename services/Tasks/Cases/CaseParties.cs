using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Errors.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cases;

/// <summary>Who takes part in a case, and telling everybody of its steps.</summary>
public sealed class CaseParties(TasksDbContext db)
{
    /// <summary>The unit's part in the task, or that of the first unit that leads it.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD for a unit without part in it.</exception>
    public async Task<Assignment> UnitAsync(PlanTask task, string? unit, string field, CancellationToken cancellation)
    {
        var id = unit ?? task.LeadUnitIds.FirstOrDefault();
        return await db.Assignments.AsNoTracking().SingleOrDefaultAsync(
            a => a.PlanId == task.PlanId && a.TaskNumber == task.Number && a.UnitId == id && a.WithdrawnAt == null, cancellation)
            ?? throw Problems.InvalidField(field, $"must be a unit with a part in task {task.Number}.");
    }

    /// <exception cref="ProblemException">OUT_OF_SCOPE.</exception>
    public static void RequireUnit(string unit, CaseAct act, CaseName name)
    {
        if (act.Unit != unit) throw Problems.Because(Reason.OutOfScope, $"'{name}' is for {ResourceNames.Unit(unit)} to deal with.");
    }

    /// <summary>Publishes the last step of a case.</summary>
    public void Tell<TState>(TaskCase<TState> stepped, string unit, string unitName, DateOnly? due)
        where TState : struct, Enum
    {
        var (step, name) = (stepped.Steps[^1], stepped.Name);
        db.Publish(new CaseStepTaken(name.ToString(), StateNames.Of(name.Kind), name.Task.ToString(), ResourceNames.Plan(name.Task.Plan),
            new(ResourceNames.Unit(unit), unitName), step.Verb, step.State, step.Text, due, new(step.Account, step.DisplayName, step.Time)), step.Time);
    }
}
