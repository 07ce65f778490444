using Microsoft.EntityFrameworkCore;
using Suite.Messaging.Rebuilding;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Rebuilding;

/// <summary>Makes the read model a second time from the owner's change feed, and compares it with the kept one or puts it in its place.</summary>
public sealed class ReadModel(ReportingDbContext db, Retelling retelling, TimeProvider clock)
{
    const int MostTold = 100;

    /// <exception cref="ProblemException">ILLEGAL_STEP where another one is under way.</exception>
    public Task<Shadow> BeginAsync(CancellationToken cancellation) => retelling.BeginAsync("reporting/readModel", FactTables.Shadowed, cancellation);

    /// <param name="settled">Events that are younger and were not heard are on their way; null for none.</param>
    /// <exception cref="ProblemException">DEPENDENCY_UNAVAILABLE.</exception>
    public Task TellAsync(Shadow shadow, DateTimeOffset? settled, CancellationToken cancellation) => retelling.TellAsync(shadow, asked: null, settled, cancellation);

    public async Task<Differences> CompareAsync(Shadow shadow, CancellationToken cancellation)
    {
        await Revisions.NumberAsync(db, cancellation);
        return await shadow.CompareAsync(FactTables.All, MostTold, cancellation);
    }

    /// <summary>Rows of the model made.</summary>
    public Task<long> RowsAsync(CancellationToken cancellation) => db.Database.SqlQueryRaw<long>(
        $"""SELECT {string.Join(" + ", FactTables.All.Select(t => $"(SELECT count(*) FROM pg_temp.{t.Name})"))} AS "Value" """).SingleAsync(cancellation);

    /// <summary>In the current transaction.</summary>
    public async Task<Differences> TakeOverAsync(Shadow shadow, CancellationToken cancellation)
    {
        // What is asked of the owners besides takes revisions too; it takes them from here first, so nobody who waits has anything that is waited for.
        await db.Database.ExecuteSqlAsync($"LOCK TABLE public.plan_state IN SHARE ROW EXCLUSIVE MODE", cancellation);
        var found = await CompareAsync(shadow, cancellation);
        shadow.RefuseToForget(found);
        await shadow.TakeOverAsync(FactTables.All, clock.GetUtcNow(), cancellation);
        await Revisions.KeepAsync(db, found.Count > 0, clock.GetUtcNow(), cancellation);
        return found;
    }
}
