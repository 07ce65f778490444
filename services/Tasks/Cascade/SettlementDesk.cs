using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Cascade;

/// <summary>A unit's office decides what a change above means for its own task.</summary>
/// <param name="Revision">Of the task above, as it was looked at.</param>
/// <param name="Etag">Empty, or what the task's must be.</param>
public sealed record CascadeDecision(TaskName Task, int Revision, bool Adopt, string Reason, string Etag);

public sealed class SettlementDesk(TasksDbContext db, CascadeFindings findings, CityTime time)
{
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, INVALID_FIELD, PLAN_NOT_ISSUED, ILLEGAL_STEP.</exception>
    public async Task<CascadeFinding> SettleAsync(CascadeDecision order, Actor by, CancellationToken cancellation)
    {
        await db.LockPlanAsync(order.Task.Plan, cancellation);
        var finding = await findings.FindAsync(order.Task, cancellation) ?? throw Problems.NotFound("CascadeFinding", order.Task.ToString());
        var (task, above) = (finding.Task, finding.Above);
        if (order.Etag.Length > 0 && order.Etag != Etag.Of(task.Version)) throw Problems.StaleEtag("Task", order.Task.ToString());
        if (order.Revision != above.Revision) throw Problems.StaleEtag("Task", task.CascadedFrom.ToString()!);
        var cause = new ChangeCause(0, by.Account, by.DisplayName, time.Now);
        if (order.Adopt) await AdoptAsync(finding, cause, cancellation);
        finding.Note(cause.Time);
        db.Publish(new CascadeSettled(order.Task.ToString(), ResourceNames.Plan(order.Task.Plan), task.CascadedFrom.ToString()!, StateNames.Of(finding.Kind),
            above.Revision, order.Adopt, order.Reason, new(by.Account, by.DisplayName, cause.Time)), cause.Time);
        return finding;
    }

    async Task AdoptAsync(CascadeFinding finding, ChangeCause cause, CancellationToken cancellation)
    {
        var task = finding.Task;
        if (task.State == TaskState.Draft)
            throw Problems.Because(Errors.V1.Reason.PlanNotIssued, "The plan is a draft still: cascade it again to take over what the plan above says now.");
        var plan = await db.Plans.SingleAsync(p => p.Id == task.PlanId, cancellation);
        var assignments = await db.Assignments.AsSingleQuery().Where(a => a.PlanId == task.PlanId && a.TaskNumber == task.Number).ToListAsync(cancellation);
        switch (finding.Kind)
        {
            case CascadeFindingKind.Reworded:
                TaskLaw.Reword(db, task, assignments, TakenOver(task, finding.Above.Content), cause);
                break;
            case CascadeFindingKind.Withdrawn or CascadeFindingKind.Unassigned:
                TaskLaw.Withdraw(db, task, assignments, cause);
                plan.Count(plan.TaskCount - 1, plan.AssignmentCount - assignments.Count(a => a.WithdrawnAt == cause.Time));
                break;
            default:
                throw Problems.InvalidField("adopt", "must be false: the unit's task is closed or reopened by its own office.");
        }

        db.Publish(TaskFacts.Revised(task, plan, cause), cause.Time);
    }

    static TaskWording TakenOver(PlanTask task, TaskContent above) => TaskWording.InForce(task) with
    {
        Content = task.Content with
        {
            Requirement = above.Requirement, Target = above.Target, TargetCommitments = above.TargetCommitments,
            ScheduleText = above.ScheduleText, Schedule = above.Schedule,
        },
    };
}
