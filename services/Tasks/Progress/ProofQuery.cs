using Microsoft.EntityFrameworkCore;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;

namespace Suite.Tasks.Progress;

/// <summary>Finds the audit's lines on accepted reports.</summary>
public sealed class ProofQuery(TasksDbContext db)
{
    const int MostEntries = 200;

    /// <summary>By report, oldest first: the newest lines up to its last acceptance; nothing for a report that was never accepted.</summary>
    /// <param name="acceptances">The audit's words for an acceptance.</param>
    public async Task<ILookup<string, AuditEntry>> OfAsync(IEnumerable<ReportName> reports, IReadOnlyCollection<string> acceptances, CancellationToken cancellation)
    {
        var names = reports.Select(r => r.ToString()).ToArray();
        // A refused call says nothing about the report, and is the administrator's business alone.
        var entries = await db.AuditEntries.AsNoTracking().Where(e => names.Contains(e.Resource) && e.Action != Refusal.Action)
            .OrderBy(e => e.Sequence).ToListAsync(cancellation);
        return entries.GroupBy(e => e.Resource).SelectMany(UpToAcceptance).ToLookup(e => e.Resource);

        IEnumerable<AuditEntry> UpToAcceptance(IEnumerable<AuditEntry> lines)
        {
            var all = lines.ToList();
            return all.Take(all.FindLastIndex(e => acceptances.Contains(e.Action)) + 1).TakeLast(MostEntries);
        }
    }
}
