using Microsoft.EntityFrameworkCore;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Editions;

/// <summary>An edition with what it changes.</summary>
public sealed record ComparedEdition(PlanEdition Edition, IReadOnlyList<PlanChange> Changes);

/// <summary>Compares documents with issued plans, and keeps them as editions.</summary>
public sealed class EditionIntake(TasksDbContext db, TimeProvider clock)
{
    /// <summary>The edition that this document is, where it has been imported for the plan before.</summary>
    public Task<PlanEdition?> FindAsync(string plan, string sha256, CancellationToken cancellation) =>
        db.Editions.OrderByDescending(e => e.Number).FirstOrDefaultAsync(e => e.PlanId == plan && e.DocumentSha256 == sha256, cancellation);

    /// <summary>What the document would change in the issued plan now; writes nothing.</summary>
    public async Task<ComparedEdition> CompareAsync(PlanDraft draft, ImportWatch watch, CancellationToken cancellation) =>
        Make(draft, number: 0, await DifferencesAsync(draft, watch, cancellation), account: "");

    /// <summary>Keeps the document as the plan's next edition; one that was still open is superseded.</summary>
    public async Task<ComparedEdition> KeepAsync(Plan plan, PlanDraft draft, string account, ImportWatch watch, CancellationToken cancellation)
    {
        var differences = await DifferencesAsync(draft, watch, cancellation);
        var open = await db.Editions.Where(e => e.PlanId == plan.Id && e.State == EditionState.Open).ToListAsync(cancellation);
        open.ForEach(edition => edition.Supersede());
        await db.Changes.Where(c => c.PlanId == plan.Id && c.State == ChangeState.Pending)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, ChangeState.Superseded), cancellation);
        var made = Make(draft, plan.TakeEdition(), differences, account);
        db.Editions.Add(made.Edition);
        await db.WriteAsync(made.Changes, (done, total) => watch(ImportStage.Writing, done, total), cancellation);
        var wanted = differences.Select(d => d.EditionNumber).ToHashSet();
        db.EditionTasks.AddRange(draft.Tasks.Where(t => wanted.Contains(t.Number)).Select(t => new EditionTask
        {
            PlanId = plan.Id, Edition = made.Edition.Number, Number = t.Number, Section = t.Section, Content = t.Content,
        }));
        return made;
    }

    /// <summary>What a kept edition changes, as far as an answer shows it.</summary>
    public async Task<ComparedEdition> ShowAsync(PlanEdition edition, int count, CancellationToken cancellation) => new(edition,
        await db.Changes.AsNoTracking().Where(c => c.PlanId == edition.PlanId && c.Edition == edition.Number).OrderBy(c => c.Number).Take(count).ToListAsync(cancellation));

    ComparedEdition Make(PlanDraft draft, int number, IReadOnlyList<Difference> differences, string account) => new(
        PlanEdition.Of(draft.PlanId, number, draft.Facts, differences, account, clock.GetUtcNow()),
        [.. differences.Select((d, at) => PlanChange.Of(draft.PlanId, number, at + 1, d))]);

    async Task<IReadOnlyList<Difference>> DifferencesAsync(PlanDraft draft, ImportWatch watch, CancellationToken cancellation)
    {
        await watch(ImportStage.Comparing, 0, draft.Tasks.Count);
        var inForce = await db.Tasks.AsNoTracking().Where(t => t.PlanId == draft.PlanId && t.State != TaskState.Withdrawn && t.AboveNumber == null)
            .OrderBy(t => t.Number).ToListAsync(cancellation);
        var differences = PlanComparison.Compare([.. inForce.Select(TaskWording.InForce)], [.. draft.Tasks.Select(TaskWording.Proposed)]);
        cancellation.ThrowIfCancellationRequested();
        await watch(ImportStage.Comparing, draft.Tasks.Count, draft.Tasks.Count);
        return differences;
    }
}
