using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Organization;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cascade;

/// <summary>A task above that a unit takes into its own plan.</summary>
/// <param name="LeadUnits">Identifiers of the units below that lead it there; empty for the unit itself.</param>
public sealed record CascadedPart(int Number, IReadOnlyList<string> LeadUnits);

/// <param name="Plan">Identifier of the plan above.</param>
/// <param name="Parts">Empty for all assignments of the unit.</param>
/// <param name="Roles">Only these of them; empty for any.</param>
/// <param name="Etag">Empty, or what the draft's must be.</param>
public sealed record CascadeOrder(string Plan, string Unit, IReadOnlyList<CascadedPart> Parts, IReadOnlyList<AssignmentRole> Roles, string Etag);

/// <summary>Drafts a unit's own plan from its parts in the plan above.</summary>
public sealed class CascadeDesk(TasksDbContext db, OrganizationBook organization, CityTime time)
{
    /// <summary>The city's plan, a town's, a village's.</summary>
    const int Levels = 3;

    /// <summary>Drafts the tasks chosen; to a plan that has been issued those are added that are named.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, INVALID_FIELD, ALREADY_EXISTS, STALE_ETAG, PLAN_ALREADY_ISSUED.</exception>
    public async Task<Plan> CascadeAsync(CascadeOrder order, Actor by, CancellationToken cancellation)
    {
        var id = CascadeName.PlanOf(order.Plan, order.Unit);
        await db.LockPlanAsync(id, cancellation);
        var above = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == order.Plan && p.State == PlanState.Issued, cancellation)
            ?? throw Problems.NotFound("Plan", ResourceNames.Plan(order.Plan));
        var held = await db.Assignments.AsNoTracking().Where(a => a.PlanId == order.Plan && a.UnitId == order.Unit && a.WithdrawnAt == null)
            .Select(a => new { a.TaskNumber, a.Role, a.UnitName }).OrderBy(a => a.TaskNumber).ToListAsync(cancellation);
        if (held.Count == 0) throw Problems.Because(Reason.OutOfScope, $"{ResourceNames.Unit(order.Unit)} has no part in '{ResourceNames.Plan(order.Plan)}'.");
        RequireBelow(above, order.Unit);
        var chosen = order.Parts.Count > 0 ? order.Parts
            : [.. held.Where(h => order.Roles.Count == 0 || order.Roles.Contains(h.Role)).Select(h => new CascadedPart(h.TaskNumber, []))];
        var plan = await DraftAsync(above, id, order, held[0].UnitName, cancellation);
        var tasks = await TasksAsync(plan, order, chosen, [.. held.Select(h => h.TaskNumber)], cancellation);
        if (plan.State == PlanState.Issued) Add(plan, tasks, new(0, by.Account, by.DisplayName, time.Now));
        else await db.Tasks.Where(t => t.PlanId == id && t.AboveNumber != null).ExecuteDeleteAsync(cancellation);
        db.Tasks.AddRange(tasks);
        return plan;
    }

    /// <summary>Tasks that came to the unit after its plan was issued are issued at once.</summary>
    void Add(Plan plan, IReadOnlyList<PlanTask> tasks, ChangeCause cause)
    {
        foreach (var task in tasks)
        {
            task.Issue(new Dictionary<string, IReadOnlyList<GroupMember>>(), cause.Time);
            AssignmentBook.Follow(db, task, [], cause);
            db.Publish(TaskFacts.Issued(task, plan, cause.Time) with { Added = true }, cause.Time);
        }

        plan.Count(plan.TaskCount + tasks.Count, plan.AssignmentCount + tasks.Sum(t => t.UnitIds.Length));
    }

    static void RequireBelow(Plan above, string unit)
    {
        if (above.JurisdictionId == unit) throw Problems.InvalidField("name", "is the unit's own plan; it can only be cascaded by units below.");
        if (above.Depth + 1 >= Levels) throw Problems.InvalidField("name", $"is a plan of the last of {Levels} levels; it can't be cascaded any further.");
    }

    async Task<Plan> DraftAsync(Plan above, string id, CascadeOrder order, string unitName, CancellationToken cancellation)
    {
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == id, cancellation);
        if (plan is null)
        {
            if (order.Etag.Length > 0) throw Problems.StaleEtag("Plan", ResourceNames.Plan(id));
            var unit = await organization.UnitAsync(order.Unit, cancellation);
            db.Plans.Add(plan = Plan.Below(above, id, order.Unit, unit?.Name ?? unitName));
            return plan;
        }

        if (plan.JurisdictionId != order.Unit || plan.CascadedFrom != above.Id) throw Problems.AlreadyExists("Plan", ResourceNames.Plan(id));
        if (order.Etag.Length > 0 && order.Etag != Etag.Of(plan.Version)) throw Problems.StaleEtag("Plan", ResourceNames.Plan(id));
        if (order.Parts.Count == 0) plan.RequireNotIssued();
        return plan;
    }

    async Task<IReadOnlyList<PlanTask>> TasksAsync(
        Plan plan, CascadeOrder order, IReadOnlyList<CascadedPart> parts, HashSet<int> held, CancellationToken cancellation)
    {
        var numbers = parts.Select(p => p.Number).ToList();
        var above = await db.Tasks.AsNoTracking().Where(t => t.PlanId == order.Plan && numbers.Contains(t.Number)
            && (t.State == TaskState.Issued || t.State == TaskState.InProgress)).ToDictionaryAsync(t => t.Number, cancellation);
        var below = (await organization.WithBelowAsync(order.Unit, cancellation)).ToHashSet();
        var units = await organization.UnitsAsync([.. parts.SelectMany(p => p.LeadUnits).Append(order.Unit).Where(below.Contains).Distinct()], cancellation);
        Check(parts, order.Parts.Count > 0, n => held.Contains(n) && above.ContainsKey(n), units.ContainsKey);
        var issued = plan.State == PlanState.Issued;
        var own = await db.Tasks.Where(t => t.PlanId == plan.Id && (issued || t.AboveNumber == null)).Select(t => t.Number).ToListAsync(cancellation);
        var now = time.Now;
        var tasks = parts.Where(p => above.ContainsKey(p.Number)).Select(p => PlanTask.Below(plan.Id, CascadeName.NumberOf(p.Number), above[p.Number],
            ContentOf(above[p.Number].Content, p.LeadUnits.Count == 0 ? [order.Unit] : p.LeadUnits, unit => units.TryGetValue(unit, out var known) ? known.Name : plan.Issuer), now)).ToList();
        if (tasks.Find(t => own.Contains(t.Number)) is { } taken)
            throw Problems.InvalidField("tasks", $"would take the number {taken.Number}, which a task of the plan has.");
        if (!issued) plan.CountDraft(own.Count + tasks.Count);
        return tasks;
    }

    /// <summary>What the task above says, with those who answer for it below. Its leaders and other units are not the unit's to call on.</summary>
    static TaskContent ContentOf(TaskContent above, IEnumerable<string> leads, Func<string, string> nameOf) => above with
    {
        Leaders = [], SupportingUnits = [], SupportingGroups = [], Retired = [], Label = "",
        LeadUnits = [.. leads.Select(unit => new ResponsibleUnit(unit, nameOf(unit), nameOf(unit), null, null))],
    };

    static void Check(IReadOnlyList<CascadedPart> parts, bool named, Func<int, bool> has, Func<string, bool> isBelow)
    {
        var faults = new List<FieldViolation>();
        foreach (var (at, part) in parts.Index())
        {
            if (named && !has(part.Number)) faults.Add(new($"tasks[{at}].task", "must be a task in force in which the unit has a part."));
            if (part.LeadUnits.FirstOrDefault(u => !isBelow(u)) is { } outside)
                faults.Add(new($"tasks[{at}].lead_units", $"must be units below the caller's or itself; '{ResourceNames.Unit(outside)}' is not."));
        }

        if (faults.Count > 0) throw Problems.InvalidFields(faults);
    }
}
