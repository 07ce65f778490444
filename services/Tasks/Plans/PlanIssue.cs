using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Errors.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Cascade;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Plans;

/// <summary>Issues a draft plan (交办): groups are expanded to their members of the day, every unit gets its assignment.</summary>
public sealed class PlanIssue(TasksDbContext db, INameDirectory directory, JurisdictionBook jurisdictions, TimeProvider clock)
{
    const int TasksNamed = 20;

    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, PLAN_ALREADY_ISSUED, NAMES_UNRESOLVED, OUT_OF_SCOPE.</exception>
    public async Task<Plan> IssueAsync(string planId, string etag, CancellationToken cancellation)
    {
        var name = ResourceNames.Plan(planId);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == planId, cancellation) ?? throw Problems.NotFound("Plan", name);
        if (etag.Length > 0 && etag != Etag.Of(plan.Version)) throw Problems.StaleEtag("Plan", name);
        plan.RequireNotIssued();
        var tasks = await db.Tasks.Where(t => t.PlanId == planId).OrderBy(t => t.Number).ToListAsync(cancellation);
        RequireLeads(tasks);
        var groups = tasks.SelectMany(t => t.Content.SupportingGroups).Select(g => g.Id).OfType<string>().Distinct().ToList();
        var members = await directory.ExpandAsync(groups, cancellation);
        var now = clock.GetUtcNow();
        tasks.ForEach(task => task.Issue(members, now));
        await jurisdictions.RequireWithinAsync(plan, tasks.SelectMany(t => t.UnitIds), cancellation);
        var assignments = tasks.SelectMany(Assignment.Of).ToList();
        db.Assignments.AddRange(assignments);
        plan.Issue(assignments.Count, now);
        db.Publish(new PlanIssued(name, plan.Title, plan.Year, plan.Issuer, tasks.Count, now)
        {
            Jurisdiction = plan.JurisdictionId is { } unit ? ResourceNames.Unit(unit) : "", CascadedFrom = plan.CascadedFrom is { } above ? ResourceNames.Plan(above) : "",
        }, now);
        foreach (var task in tasks) db.Publish(TaskFacts.Issued(task, plan, now), now);
        return plan;
    }

    static void RequireLeads(List<PlanTask> tasks)
    {
        var without = tasks.Where(t => t.LeadUnitIds.Length == 0).Select(t => t.Number).ToList();
        if (without.Count > 0)
            throw Problems.Because(Reason.NamesUnresolved,
                $"{without.Count} tasks have no lead unit the directory knows: {string.Join(", ", without.Take(TasksNamed))}{(without.Count > TasksNamed ? ", …" : "")}.");
    }
}
