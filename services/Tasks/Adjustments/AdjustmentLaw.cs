using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Messaging.Outbox;
using Suite.Tasks.Assignments;
using Suite.Tasks.Cases;
using Suite.Tasks.Editions;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Adjustments;

/// <summary>Puts approved adjustments in force on their day. The plan must be locked.</summary>
public sealed class AdjustmentLaw(TasksDbContext db)
{
    /// <summary>An adjustment of a task that has become another one meanwhile lapses.</summary>
    public async Task PutInForceAsync(Adjustment adjustment, CaseAct act, CancellationToken cancellation)
    {
        var task = await db.Tasks.SingleAsync(t => t.PlanId == adjustment.PlanId && t.Number == adjustment.TaskNumber, cancellation);
        if (task.State.IsOver() || !adjustment.Fits(TaskWording.InForce(task)))
        {
            adjustment.Lapse(act with { Text = "" });
            db.Publish(new AdjustmentTookEffect(AdjustmentFacts.Of(adjustment), Lapsed: true, 0, act.Time), act.Time);
            return;
        }

        var cause = new ChangeCause(0, act.By.Account, act.By.DisplayName, act.Time) { Adjustment = adjustment.Number };
        var assignments = await db.Assignments.AsSingleQuery()
            .Where(a => a.PlanId == adjustment.PlanId && a.TaskNumber == adjustment.TaskNumber).ToListAsync(cancellation);
        if (adjustment.Wanted == AdjustmentKind.Withdrawal) TaskLaw.Withdraw(db, task, assignments, cause);
        else TaskLaw.Reword(db, task, assignments, adjustment.Text.Wish.Over(TaskWording.InForce(task)), cause);
        adjustment.TakeEffect(task.Revision, act with { Text = "" });
        var plan = await db.Plans.SingleAsync(p => p.Id == adjustment.PlanId, cancellation);
        db.Publish(TaskFacts.Revised(task, plan, cause), act.Time);
        db.Publish(new AdjustmentTookEffect(AdjustmentFacts.Of(adjustment), Lapsed: false, task.Revision, act.Time), act.Time);
        await db.SaveChangesAsync(cancellation);
        plan.Count(await db.Tasks.CountAsync(t => t.PlanId == plan.Id && t.State != TaskState.Withdrawn, cancellation),
            await db.Assignments.CountAsync(a => a.PlanId == plan.Id && a.WithdrawnAt == null, cancellation));
    }
}
