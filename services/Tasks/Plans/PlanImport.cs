using Microsoft.EntityFrameworkCore;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Plans;

/// <summary>Reads a published document into a draft plan.</summary>
public sealed class PlanImport(TasksDbContext db, INameDirectory directory, TimeProvider clock)
{
    /// <summary>Largest document, in bytes.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>Reads the document and resolves its names; writes nothing.</summary>
    /// <exception cref="ProblemException">TOO_LARGE, UNREADABLE_DOCUMENT, INVALID_FIELD.</exception>
    public async Task<PlanDraft> ReadAsync(string planId, ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        if (planId.Length > 0 && !ResourceNames.IsId(planId)) throw Problems.InvalidField("plan", "must be 1 to 40 of a-z, 0-9 and '-'.");
        if (bytes.Length > MaxBytes) throw Problems.TooLarge("The document", MaxBytes);
        var reader = new PlanReader(new ReaderOptions(await directory.PeopleAsync(cancellation)));
        var document = Read(reader, bytes);
        var names = await directory.ResolveAsync(DocumentNames.Of(document), cancellation);
        return PlanDraft.From(document, bytes.Span, planId, names, clock.GetUtcNow());
    }

    /// <summary>Makes the draft the plan's present one. The document it is made from already stands for nothing new.</summary>
    /// <exception cref="ProblemException">PLAN_ALREADY_ISSUED.</exception>
    public async Task<(Plan Plan, bool AlreadyImported)> KeepAsync(
        PlanDraft draft, ReadOnlyMemory<byte> bytes, string account, CancellationToken cancellation)
    {
        // Two imports of one plan at the same time go one after the other.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({draft.PlanId}))", cancellation);
        var plan = await db.Plans.SingleOrDefaultAsync(p => p.Id == draft.PlanId, cancellation);
        if (plan?.DocumentSha256 == draft.Facts.DocumentSha256) return (plan, true);
        if (plan is null) db.Plans.Add(plan = Plan.Draft(draft.PlanId));
        plan.Describe(draft.Facts);
        await db.Tasks.Where(t => t.PlanId == draft.PlanId).ExecuteDeleteAsync(cancellation);
        db.Tasks.AddRange(draft.Tasks);
        if (!await db.Documents.AnyAsync(d => d.PlanId == draft.PlanId && d.Sha256 == draft.Facts.DocumentSha256, cancellation))
            db.Documents.Add(new()
            {
                PlanId = draft.PlanId, Sha256 = draft.Facts.DocumentSha256, Bytes = bytes.ToArray(), ImportedBy = account, ImportedAt = clock.GetUtcNow(),
            });
        return (plan, false);
    }

    static PlanDocument Read(PlanReader reader, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return reader.Read(bytes);
        }
        catch (PlanFormatException error)
        {
            throw Problems.Because(Reason.UnreadableDocument, $"{error.Message} Expected: {error.Expected}.");
        }
    }
}
