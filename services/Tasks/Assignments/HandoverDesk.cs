using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cascade;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Organization;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Assignments;

/// <summary>What is to be handed over, and to whom.</summary>
/// <param name="Etag">Empty, or what the assignment's must be.</param>
public sealed record HandoverOrder(TaskName Task, string Unit, IReadOnlyList<string> To, DateOnly? FromDate, string Reason, string Etag)
{
    public string Name => $"{Task}/assignments/{Unit}";
}

/// <summary>The office carries an assignment over to other units. Nothing goes over by itself.</summary>
public sealed class HandoverDesk(TasksDbContext db, OrganizationBook organization, JurisdictionBook jurisdictions, CityTime time)
{
    const string Type = "Assignment";

    /// <returns>The assignments of the units that took over.</returns>
    /// <exception cref="ProblemException">NOT_FOUND, INVALID_FIELD, STALE_ETAG, ILLEGAL_STEP, OUT_OF_SCOPE.</exception>
    public async Task<IReadOnlyList<Assignment>> HandOverAsync(HandoverOrder order, Actor by, CancellationToken cancellation)
    {
        // Decisions on a plan's editions change assignments too: one after the other.
        await db.LockPlanAsync(order.Task.Plan, cancellation);
        var (plan, number) = (order.Task.Plan, order.Task.Number);
        var parts = await db.Assignments.Where(a => a.PlanId == plan && a.TaskNumber == number).ToListAsync(cancellation);
        var leaving = parts.Find(a => a.UnitId == order.Unit) ?? throw Problems.NotFound(Type, order.Name);
        if (order.Etag.Length > 0 && order.Etag != Etag.Of(leaving.Version)) throw Problems.StaleEtag(Type, order.Name);
        AssignmentSteps.Table.Require(AssignmentSteps.HandOver, leaving.State, order.Name);
        var task = await db.Tasks.SingleAsync(t => t.PlanId == plan && t.Number == number, cancellation);
        if (task.State.IsOver()) throw Problems.IllegalStep("Task", order.Task.ToString(), StateNames.Of(task.State), "change hands");
        var units = await CheckAsync(order, cancellation);
        var cause = new ChangeCause(0, by.Account, by.DisplayName, time.Now) { Handover = new(order.FromDate ?? time.Today, order.Reason) };
        var role = leaving.Role;
        leaving.HandOver(order.To, cause);
        var taking = units.Select(u => Take(leaving, u, parts, cause)).ToList();
        await RewordAsync(task, leaving, units, [.. parts.Union(taking)], cause, cancellation);
        Tell(order, leaving, taking, role, cause);
        return taking;
    }

    Assignment Take(Assignment leaving, KnownUnit unit, List<Assignment> parts, ChangeCause cause)
    {
        if (parts.Find(a => a.UnitId == unit.UnitId) is { } has)
        {
            has.TakeOver(leaving, cause);
            return has;
        }

        var successor = leaving.Successor(unit.UnitId, unit.Name, cause);
        db.Assignments.Add(successor);
        return successor;
    }

    /// <summary>The task names those who answer for it now; what it said before is kept.</summary>
    async Task RewordAsync(PlanTask task, Assignment leaving, IReadOnlyList<KnownUnit> units, IReadOnlyList<Assignment> parts, ChangeCause cause, CancellationToken cancellation)
    {
        var plan = await db.Plans.SingleAsync(p => p.Id == task.PlanId, cancellation);
        await jurisdictions.RequireWithinAsync(plan, units.Select(u => u.UnitId), cancellation);
        db.PastTasks.Add(PastTask.Of(task, cause));
        var leads = parts.Where(a => a.Role == AssignmentRole.Lead && a.WithdrawnAt is null).ToList();
        task.Revise(task.PublishedNumber, task.Section, ChangedHands.Of(task.Content, leaving.UnitId, units), leads.TrueForAll(a => a.AcknowledgedAt is not null), cause.Time);
        plan.Count(plan.TaskCount, plan.AssignmentCount + await AddedAsync(task, parts, cancellation));
        db.Publish(TaskFacts.Revised(task, plan, cause), cause.Time);
    }

    /// <summary>How many more assignments of the task are in force than are stored.</summary>
    async Task<int> AddedAsync(PlanTask task, IReadOnlyList<Assignment> parts, CancellationToken cancellation) =>
        parts.Count(a => a.WithdrawnAt is null)
        - await db.Assignments.CountAsync(a => a.PlanId == task.PlanId && a.TaskNumber == task.Number && a.WithdrawnAt == null, cancellation);

    void Tell(HandoverOrder order, Assignment leaving, IReadOnlyList<Assignment> taking, AssignmentRole role, ChangeCause cause) =>
        db.Publish(new AssignmentHandedOver(order.Task.ToString(), ResourceNames.Plan(order.Task.Plan), Fact(leaving), [.. taking.Select(Fact)],
            EventWords.Of(role), cause.Handover!.FromDate, order.Reason, new(cause.Account, cause.DisplayName, cause.Time)), cause.Time);

    async Task<IReadOnlyList<KnownUnit>> CheckAsync(HandoverOrder order, CancellationToken cancellation)
    {
        var known = await organization.UnitsAsync([.. order.To], cancellation);
        var today = time.Today;
        var faults = new List<FieldViolation>();
        if (order.FromDate > today) faults.Add(new("from_date", $"must be {CityTime.Text(today)} at the latest."));
        foreach (var (at, unit) in order.To.Index())
        {
            if (unit == order.Unit) faults.Add(new($"units[{at}]", "has the assignment already."));
            else if (!known.TryGetValue(unit, out var facts)) faults.Add(new($"units[{at}]", $"is no unit that is known here: '{ResourceNames.Unit(unit)}'."));
            else if (facts.Until <= today) faults.Add(new($"units[{at}]", $"'{facts.Name}' is no more since {CityTime.Text(facts.Until)}."));
        }

        return faults.Count == 0 ? [.. order.To.Select(u => known[u])] : throw Problems.InvalidFields(faults);
    }

    static UnitFact Fact(Assignment assignment) => new(ResourceNames.Unit(assignment.UnitId), assignment.UnitName);
}
