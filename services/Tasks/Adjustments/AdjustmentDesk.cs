using Microsoft.EntityFrameworkCore;
using Suite.Contracts.Events.V1;
using Suite.Errors.V1;
using Suite.Messaging.Outbox;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cascade;
using Suite.Tasks.Cases;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Rules;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Adjustments;

/// <summary>Takes adjustments from a unit's draft to the office's decision.</summary>
public sealed class AdjustmentDesk(TasksDbContext db, CaseBook book, AdjustmentWriter writer, AdjustmentLaw law, RuleBook rules,
    JurisdictionBook jurisdictions, CityTime time)
{
    /// <exception cref="ProblemException">NOT_FOUND, ILLEGAL_STEP, INVALID_FIELD.</exception>
    public async Task<Adjustment> CreateAsync(TaskName name, WantedAdjustment wanted, CaseAct act, CancellationToken cancellation)
    {
        var task = await book.TaskAsync(name, "be adjusted", cancellation);
        var unit = await db.Assignments.AsNoTracking().SingleAsync(
            a => a.PlanId == name.Plan && a.TaskNumber == name.Number && a.UnitId == act.Unit, cancellation);
        var text = await writer.WriteAsync(name, wanted, TaskWording.InForce(task), cancellation);
        var number = await book.NextAsync<Adjustment, AdjustmentState>(name, CaseKind.Adjustment, cancellation);
        var made = Adjustment.Draft(number, unit.UnitName, text, act with { Text = "" });
        db.Adjustments.Add(made);
        return made;
    }

    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, STALE_ETAG, ILLEGAL_STEP, INVALID_FIELD.</exception>
    public async Task<Adjustment> WriteAsync(CaseName name, string etag, WantedAdjustment wanted, CaseAct act, CancellationToken cancellation)
    {
        var (adjustment, task) = await OwnAsync(name, etag, "be changed", act, cancellation);
        AdjustmentSteps.Table.Require(AdjustmentSteps.Update, adjustment.State, name.ToString());
        adjustment.Write(await writer.WriteAsync(name.Task, wanted, TaskWording.InForce(task), cancellation), act with { Text = "" });
        return adjustment;
    }

    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, STALE_ETAG, ILLEGAL_STEP.</exception>
    public async Task<Adjustment> SubmitAsync(CaseName name, string etag, CaseAct act, CancellationToken cancellation)
    {
        var (adjustment, task) = await OwnAsync(name, etag, "be submitted", act, cancellation);
        AdjustmentSteps.Table.Require(AdjustmentSteps.Submit, adjustment.State, name.ToString());
        adjustment.RequireFitting(TaskWording.InForce(task), "be submitted");
        var rule = await rules.HandlingAsync(time.Today, cancellation);
        var toLeader = task.LeaderIds.Length > 0 && rule.Rule.EndorsedKinds.Contains(adjustment.Wanted);
        adjustment.Submit(toLeader, rule.Version, act);
        db.Publish(new AdjustmentSubmitted(AdjustmentFacts.Of(adjustment), toLeader, FactOf(act)), act.Time);
        return adjustment;
    }

    /// <exception cref="ProblemException">NOT_FOUND, OUT_OF_SCOPE, STALE_ETAG, ILLEGAL_STEP.</exception>
    public async Task<Adjustment> CancelAsync(CaseName name, string etag, CaseAct act, CancellationToken cancellation)
    {
        var adjustment = await book.TakeAsync<Adjustment, AdjustmentState>(name, etag, cancellation);
        RequireOwn(adjustment, act);
        adjustment.Cancel(act);
        return adjustment;
    }

    /// <summary>A step that changes nothing but the state.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP.</exception>
    public async Task<Adjustment> PassAsync(CaseName name, string etag, Action<Adjustment> step, CancellationToken cancellation)
    {
        var adjustment = await book.TakeAsync<Adjustment, AdjustmentState>(name, etag, cancellation);
        step(adjustment);
        return adjustment;
    }

    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP.</exception>
    public async Task<Adjustment> RefuseAsync(CaseName name, string etag, CaseAct act, CancellationToken cancellation)
    {
        var adjustment = await PassAsync(name, etag, a => a.Refuse(act), cancellation);
        db.Publish(new AdjustmentDecided(AdjustmentFacts.Of(adjustment), Approved: false, act.Text, null, FactOf(act)), act.Time);
        return adjustment;
    }

    /// <summary>The task says it at once where the day has come, else on its day.</summary>
    /// <param name="effectiveOn">Null for the day asked for.</param>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP, OUT_OF_SCOPE (units outside a unit's own plan).</exception>
    public async Task<Adjustment> ApproveAsync(CaseName name, string etag, DateOnly? effectiveOn, CaseAct act, CancellationToken cancellation)
    {
        await db.LockPlanAsync(name.Task.Plan, cancellation);
        var adjustment = await book.TakeAsync<Adjustment, AdjustmentState>(name, etag, cancellation);
        AdjustmentSteps.Table.Require(AdjustmentSteps.Approve, adjustment.State, name.ToString());
        var said = TaskWording.InForce(await book.TaskAsync(name.Task, "be adjusted", cancellation));
        adjustment.RequireFitting(said, "be approved");
        var units = adjustment.Text.Wish.Over(said).Content.LeadUnits.Select(u => u.Id).OfType<string>();
        await jurisdictions.RequireWithinAsync(await db.Plans.AsNoTracking().SingleAsync(p => p.Id == name.Task.Plan, cancellation), units, cancellation);
        adjustment.Approve(effectiveOn ?? adjustment.Text.EffectiveOn ?? time.Today, act);
        db.Publish(new AdjustmentDecided(AdjustmentFacts.Of(adjustment), Approved: true, act.Text, adjustment.EffectiveOn, FactOf(act)), act.Time);
        if (adjustment.EffectiveOn <= time.Today) await law.PutInForceAsync(adjustment, act, cancellation);
        return adjustment;
    }

    async Task<(Adjustment Adjustment, PlanTask Task)> OwnAsync(CaseName name, string etag, string wish, CaseAct act, CancellationToken cancellation)
    {
        var adjustment = await book.TakeAsync<Adjustment, AdjustmentState>(name, etag, cancellation);
        RequireOwn(adjustment, act);
        return (adjustment, await book.TaskAsync(name.Task, wish, cancellation));
    }

    static void RequireOwn(Adjustment adjustment, CaseAct act)
    {
        if (adjustment.UnitId != act.Unit) throw Problems.Because(Reason.OutOfScope, $"'{adjustment.Name}' is asked for by {adjustment.UnitName}.");
    }

    static ActorFact FactOf(CaseAct act) => new(act.By.Account, act.By.DisplayName, act.Time);
}
