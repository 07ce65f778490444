using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Plans;

/// <summary>What an import came to.</summary>
/// <param name="AlreadyImported">Exactly this document, read with the same settings, had been imported for the plan before.</param>
/// <param name="Edition">Where the document is an edition of an issued plan.</param>
public sealed record ImportOutcome(Plan? Plan, bool AlreadyImported, ComparedEdition? Edition)
{
    /// <summary>True where the import was written, now or before; false for what a dry run would write.</summary>
    public bool Kept => AlreadyImported || Edition is { Edition.Number: > 0 } || (Edition is null && Plan is not null);
}

/// <summary>Reads a published document into a draft plan, or into an edition of an issued one.</summary>
public sealed class PlanImport(TasksDbContext db, INameDirectory directory, NameRegister register, EditionIntake editions, TimeProvider clock)
{
    /// <summary>Largest document, in bytes.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>Changes of an edition that an answer to an import shows at most.</summary>
    public const int ChangesShown = 2000;

    /// <summary>Reads the document and resolves its names; writes nothing.</summary>
    /// <param name="contentType">As the caller calls it, or empty; what the document is, its bytes tell.</param>
    /// <param name="firstUnitLeads">As in <see cref="ReaderOptions.FirstUnitLeads"/>.</param>
    /// <exception cref="ProblemException">TOO_LARGE, UNREADABLE_DOCUMENT, INVALID_FIELD.</exception>
    public async Task<PlanDraft> ReadAsync(
        string planId, ReadOnlyMemory<byte> bytes, string contentType, bool? firstUnitLeads, ImportWatch watch, CancellationToken cancellation)
    {
        if (planId.Length > 0 && !ResourceNames.IsId(planId)) throw Problems.InvalidField("plan", "must be 1 to 40 of a-z, 0-9 and '-'.");
        if (bytes.Length > MaxBytes) throw Problems.TooLarge("The document", MaxBytes);
        await watch(ImportStage.Reading, 0, bytes.Length);
        var reader = new PlanReader(new ReaderOptions(await directory.PeopleAsync(cancellation)) { FirstUnitLeads = firstUnitLeads });
        var document = Read(reader, bytes, contentType);
        cancellation.ThrowIfCancellationRequested();
        await watch(ImportStage.Reading, document.Tasks.Count, document.Tasks.Count);
        var settled = await register.SettledAsync(PlanDraft.IdOf(document, planId), cancellation);
        var names = (await directory.ResolveAsync(DocumentNames.Of(document), (done, total) => watch(ImportStage.Resolving, done, total), cancellation)).With(settled);
        return PlanDraft.From(document, ImportIdentity.Of(bytes.Span, firstUnitLeads, document.FormAsNamed), planId, names, clock.GetUtcNow());
    }

    /// <summary>What keeping the document would come to; writes nothing.</summary>
    public async Task<ImportOutcome> TryAsync(PlanDraft draft, ImportWatch watch, CancellationToken cancellation)
    {
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == draft.PlanId, cancellation);
        if (plan is not { State: PlanState.Issued }) return new(null, plan?.DocumentSha256 == draft.Facts.DocumentSha256, null);
        return await RepeatedAsync(plan, draft, cancellation) ?? new(plan, false, await editions.CompareAsync(draft, watch, cancellation));
    }

    /// <summary>
    /// Makes the document the plan's draft, or, where the plan has been issued, its next edition. A document that came before stands for
    /// nothing new.
    /// </summary>
    public async Task<ImportOutcome> KeepAsync(
        PlanDraft draft, ReadOnlyMemory<byte> bytes, string account, ImportWatch watch, CancellationToken cancellation)
    {
        await db.LockPlanAsync(draft.PlanId, cancellation);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == draft.PlanId, cancellation);
        if (plan is not null && await RepeatedAsync(plan, draft, cancellation) is { } repeated) return repeated;
        if (!await db.Documents.AnyAsync(d => d.PlanId == draft.PlanId && d.Sha256 == draft.Facts.DocumentSha256, cancellation))
            db.Documents.Add(new()
            {
                PlanId = draft.PlanId, Sha256 = draft.Facts.DocumentSha256, Bytes = bytes.ToArray(), ImportedBy = account, ImportedAt = clock.GetUtcNow(),
            });
        await register.KeepAsync(draft.PlanId, draft.Summary.Names, replace: plan is not { State: PlanState.Issued }, cancellation);
        if (plan is { State: PlanState.Issued }) return new(plan, false, await editions.KeepAsync(plan, draft, account, watch, cancellation));
        return new(await ReplaceAsync(plan, draft, watch, cancellation), false, null);
    }

    async Task<Plan> ReplaceAsync(Plan? plan, PlanDraft draft, ImportWatch watch, CancellationToken cancellation)
    {
        if (plan is null) db.Plans.Add(plan = Plan.Draft(draft.PlanId));
        var cascaded = await db.Tasks.Where(t => t.PlanId == draft.PlanId && t.AboveNumber != null).Select(t => t.Number).ToListAsync(cancellation);
        plan.Describe(draft.Facts with { TaskCount = draft.Facts.TaskCount + cascaded.Count });
        if (draft.Tasks.FirstOrDefault(t => cascaded.Contains(t.Number)) is { } taken)
            throw Problems.Because(Reason.UnreadableDocument, $"Task number {taken.Number} is that of a task cascaded into this plan; the document must use another.");
        await db.Tasks.Where(t => t.PlanId == draft.PlanId && t.AboveNumber == null).ExecuteDeleteAsync(cancellation);
        await db.WriteAsync(draft.Tasks, (done, total) => watch(ImportStage.Writing, done, total), cancellation);
        return plan;
    }

    /// <summary>The first outcome again where the document came before; null where it did not.</summary>
    async Task<ImportOutcome?> RepeatedAsync(Plan plan, PlanDraft draft, CancellationToken cancellation)
    {
        if (plan.DocumentSha256 == draft.Facts.DocumentSha256) return new(plan, true, null);
        var edition = await editions.FindAsync(plan.Id, draft.Facts.DocumentSha256, cancellation);
        return edition is null ? null : new(plan, true, await editions.ShowAsync(edition, ChangesShown, cancellation));
    }

    static PlanDocument Read(PlanReader reader, ReadOnlyMemory<byte> bytes, string contentType)
    {
        try
        {
            return reader.Read(bytes, contentType);
        }
        catch (PlanFormatException error)
        {
            throw Problems.Because(Reason.UnreadableDocument, $"{error.Message} Expected: {error.Expected}.");
        }
    }
}
