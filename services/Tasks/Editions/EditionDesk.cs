using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Steps;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Editions;

/// <summary>The office decides what of an edition comes into force, change by change or all that is left.</summary>
public sealed class EditionDesk(TasksDbContext db, EditionLaw law, TimeProvider clock)
{
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP, NAMES_UNRESOLVED.</exception>
    public Task<PlanChange> AcceptAsync(ChangeName name, string etag, string reason, Actor by, CancellationToken cancellation) =>
        DecideOneAsync(name, etag, ChangeSteps.Accept, cancellation, (edition, change) => law.ApplyAsync(edition, [change], reason, CauseOf(name.Edition, by), cancellation));

    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP.</exception>
    public Task<PlanChange> RejectAsync(ChangeName name, string etag, string reason, Actor by, CancellationToken cancellation) =>
        DecideOneAsync(name, etag, ChangeSteps.Reject, cancellation, (edition, change) => Reject(edition, [change], reason, CauseOf(name.Edition, by)));

    /// <summary>Accepts every change that is pending.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP, NAMES_UNRESOLVED.</exception>
    public Task<PlanEdition> AcceptAllAsync(EditionName name, string etag, string reason, Actor by, CancellationToken cancellation) =>
        DecideAllAsync(name, etag, EditionSteps.Accept, cancellation, (edition, changes) => law.ApplyAsync(edition, changes, reason, CauseOf(name, by), cancellation));

    /// <summary>Rejects every change that is pending.</summary>
    /// <exception cref="ProblemException">NOT_FOUND, STALE_ETAG, ILLEGAL_STEP.</exception>
    public Task<PlanEdition> RejectAllAsync(EditionName name, string etag, string reason, Actor by, CancellationToken cancellation) =>
        DecideAllAsync(name, etag, EditionSteps.Reject, cancellation, (edition, changes) => Reject(edition, changes, reason, CauseOf(name, by)));

    async Task<PlanChange> DecideOneAsync(
        ChangeName name, string etag, Step<ChangeState> step, CancellationToken cancellation, Func<PlanEdition, PlanChange, Task> decide)
    {
        await db.LockPlanAsync(name.Edition.Plan, cancellation);
        var change = await db.Changes.SingleOrDefaultAsync(c => c.PlanId == name.Edition.Plan && c.Edition == name.Edition.Number && c.Number == name.Number, cancellation)
            ?? throw Problems.NotFound("Change", name.ToString());
        if (etag.Length > 0 && etag != Etag.Of(change.Version)) throw Problems.StaleEtag("Change", name.ToString());
        change.RequirePending(step);
        await decide(await TakeAsync(name.Edition, EditionSteps.Decide, cancellation), change);
        return change;
    }

    async Task<PlanEdition> DecideAllAsync(
        EditionName name, string etag, Step<EditionState> step, CancellationToken cancellation, Func<PlanEdition, IReadOnlyList<PlanChange>, Task> decide)
    {
        await db.LockPlanAsync(name.Plan, cancellation);
        var edition = await TakeAsync(name, step, cancellation, etag);
        var pending = await db.Changes.Where(c => c.PlanId == name.Plan && c.Edition == name.Number && c.State == ChangeState.Pending)
            .OrderBy(c => c.Number).ToListAsync(cancellation);
        await decide(edition, pending);
        return edition;
    }

    async Task<PlanEdition> TakeAsync(EditionName name, Step<EditionState> step, CancellationToken cancellation, string etag = "")
    {
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.PlanId == name.Plan && e.Number == name.Number, cancellation)
            ?? throw Problems.NotFound("Edition", name.ToString());
        if (etag.Length > 0 && etag != Etag.Of(edition.Version)) throw Problems.StaleEtag("Edition", name.ToString());
        edition.RequireOpen(step);
        return edition;
    }

    static Task Reject(PlanEdition edition, IReadOnlyList<PlanChange> changes, string reason, ChangeCause by)
    {
        foreach (var change in changes) change.Reject(reason, by);
        edition.Decided(accepted: 0, rejected: changes.Count);
        return Task.CompletedTask;
    }

    ChangeCause CauseOf(EditionName edition, Actor by) => new(edition.Number, by.Account, by.DisplayName, clock.GetUtcNow());
}
