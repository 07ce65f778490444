using Grpc.Core;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Clients;
using Suite.Tasks.V1;
using Task = System.Threading.Tasks.Task;

namespace Suite.Reporting.Intake;

/// <summary>
/// Asks the owner of the reports behind a figure where its audit holds their steps. Asked when a figure is traced, not when a document is made: the
/// audit does not change, and a document needs no other service to be made.
/// </summary>
public sealed class ProofClerk(IServiceProvider services, IConfiguration configuration)
{
    const int MostNames = 100;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>PostgreSQL keeps so much of a time; what an event tells may be finer.</summary>
    static readonly TimeSpan Grain = TimeSpan.FromMicroseconds(1);

    /// <summary>Adds sequence and hash to the signatures of the trace; where the owner does not answer, the trace says so instead.</summary>
    public async Task ProveAsync(FigureTrace trace, CancellationToken cancellation)
    {
        var reports = trace.Sources.Where(s => s.ProgressReport.Length > 0).ToLookup(s => s.ProgressReport);
        if (reports.Count > 0) trace.ProofFault = await FaultOfAsync(reports, cancellation);
    }

    async Task<string> FaultOfAsync(ILookup<string, FigureSource> reports, CancellationToken cancellation)
    {
        if (configuration["services:tasks:grpc:0"] is not { Length: > 0 }) return "No address of tasks is configured.";
        try
        {
            foreach (var names in reports.Select(r => r.Key).Chunk(MostNames))
                foreach (var proof in await AskAsync(names, cancellation))
                    foreach (var source in reports[proof.Name]) Prove(source, proof.Entries);
            return "";
        }
        catch (RpcException away) when (!cancellation.IsCancellationRequested)
        {
            return $"{away.StatusCode}: {away.Status.Detail}";
        }
    }

    async Task<IEnumerable<ReportProof>> AskAsync(string[] names, CancellationToken cancellation)
    {
        var request = new BatchGetReportProofsRequest { Parent = names[0][..names[0].IndexOf("/tasks/", StringComparison.Ordinal)], Names = { names } };
        var headers = await services.GetRequiredService<ServiceIdentity>().HeadersAsync(cancellation);
        var until = (TimeProvider.System.GetUtcNow() + Patience).UtcDateTime;
        return (await services.GetRequiredService<ProofService.ProofServiceClient>().BatchGetReportProofsAsync(request, headers, until, cancellation)).Proofs;
    }

    /// <summary>A step's line is written in its own transaction, a moment after it; an author's is the last one before the approval.</summary>
    static void Prove(FigureSource source, IReadOnlyList<ProofEntry> entries)
    {
        var approved = LineOf(source.Approver);
        Mark(source.Approver, approved);
        Mark(source.Reviewer, LineOf(source.Reviewer));
        Mark(source.Author, entries.LastOrDefault(e => e.Actor == source.Author?.Account && e.Sequence < (approved?.Sequence ?? long.MaxValue)));

        ProofEntry? LineOf(Signature? signed) => signed is null
            ? null
            : entries.FirstOrDefault(e => e.Actor == signed.Account && e.Time.ToDateTimeOffset() >= signed.Time.ToDateTimeOffset() - Grain);
    }

    static void Mark(Signature? signed, ProofEntry? line)
    {
        if (signed is not null && line is not null) (signed.AuditSequence, signed.AuditHash) = (line.Sequence, line.Hash);
    }
}
