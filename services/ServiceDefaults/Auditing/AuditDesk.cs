using System.Text;
using AuditEntry = Suite.ServiceDefaults.Storage.AuditEntry;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Audit.V1;
using Suite.Http;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.ServiceDefaults.Auditing;

/// <summary>What the AuditService of every service answers.</summary>
public sealed class AuditDesk<TDb>(AuditReader<TDb> audit, CommandRunner<TDb> commands, CheckpointSigner signer, TimeProvider clock)
    where TDb : SuiteDbContext
{
    const int MostExported = 20_000;
    const int MostCheckpoints = 1_000;

    /// <summary>An export ends before it outgrows what a client may be sent in one answer.</summary>
    const int MostExportedBytes = 16 << 20;

    public async Task<ListAuditEntriesResponse> ListAsync(ListAuditEntriesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var before = PageToken.Read<Place>(request, request.PageToken);
        var filter = new AuditFilter(
            request.Actor, request.Resource, request.Action, AuditMessages.TimeIn(request.StartTime, "start_time"), AuditMessages.TimeIn(request.EndTime, "end_time"));
        var found = await audit.ListAsync(filter, before?.Sequence, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, entry => new Place(entry.Sequence));
        return new() { Entries = { page.Select(AuditMessages.Of) }, NextPageToken = next };
    }

    public async Task<HttpBody> ExportAsync(ExportAuditEntriesRequest request, ServerCallContext context)
    {
        if (request.AfterSequence < 0) throw Problems.InvalidField("after_sequence", "must be 0 or a sequence.");
        if (request.MaxEntries < 0) throw Problems.InvalidField("max_entries", $"must be 0 to {MostExported}.");
        var most = request.MaxEntries == 0 ? MostExported : Math.Min(request.MaxEntries, MostExported);
        return await commands.RunAsync(context, request, "", async () =>
        {
            var (lines, count) = (new MemoryStream(), 0);
            await foreach (var entry in audit.AfterAsync(request.AfterSequence, most).WithCancellation(context.CancellationToken))
            {
                lines.Write(Encoding.UTF8.GetBytes(JsonFormats.Formatter.Format(AuditMessages.Of(entry))));
                lines.WriteByte((byte)'\n');
                count++;
                if (lines.Length > MostExportedBytes) break;
            }

            commands.Audit(context, "ExportAuditEntries", "auditEntries", new { after = request.AfterSequence, count });
            return new HttpBody { ContentType = "application/x-ndjson", Data = ByteString.CopyFrom(lines.GetBuffer(), 0, (int)lines.Length) };
        });
    }

    public async Task<VerifyAuditResponse> VerifyAsync(VerifyAuditRequest request, ServerCallContext context)
    {
        if (request.Checkpoints.Count > MostCheckpoints) throw Problems.InvalidField("checkpoints", $"may hold at most {MostCheckpoints}.");
        var read = request.Checkpoints.Select(signer.Read).ToList();
        var (chain, lost) = await audit.VerifyAsync([.. read.OfType<Checkpoint>().Distinct()], context.CancellationToken);
        var faults = chain.Faults.Select(AuditMessages.Of)
            .Concat(lost.Select(AuditMessages.Lost))
            .Concat(read.Index().Where(c => c.Item is null).Select(c => AuditMessages.Invalid(c.Index)))
            .Take(AuditChain.MostFaults).ToList();
        return new()
        {
            Intact = faults.Count == 0, Entries = chain.Entries, Faults = { faults },
            LastSequence = chain.Last?.Sequence ?? 0, LastHash = chain.Last?.Hash ?? AuditEntry.Genesis,
        };
    }

    public async Task<AuditCheckpoint> CheckpointAsync(ServerCallContext context)
    {
        var last = await audit.LastAsync(context.CancellationToken);
        var checkpoint = new Checkpoint(signer.Service, last?.Sequence ?? 0, last?.Hash ?? AuditEntry.Genesis, clock.GetUtcNow());
        return new()
        {
            Service = checkpoint.Service, Sequence = checkpoint.Sequence, Hash = checkpoint.Hash, Time = checkpoint.Time.ToTimestamp(),
            Signed = signer.Sign(checkpoint),
        };
    }

    sealed record Place(long Sequence);
}
