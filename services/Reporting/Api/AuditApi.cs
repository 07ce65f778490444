using Grpc.Core;
using Suite.Audit.V1;
using Suite.Http;
using Suite.Reporting.Storage;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Auditing;

namespace Suite.Reporting.Api;

public sealed class AuditApi(AuditDesk<ReportingDbContext> desk) : AuditService.AuditServiceBase
{
    public override Task<ListAuditEntriesResponse> ListAuditEntries(ListAuditEntriesRequest request, ServerCallContext context) =>
        desk.ListAsync(request, context);

    public override Task<HttpBody> ExportAuditEntries(ExportAuditEntriesRequest request, ServerCallContext context) => desk.ExportAsync(request, context);

    public override Task<VerifyAuditResponse> VerifyAudit(VerifyAuditRequest request, ServerCallContext context) => desk.VerifyAsync(request, context);

    public override Task<AuditCheckpoint> CreateAuditCheckpoint(CreateAuditCheckpointRequest request, ServerCallContext context) =>
        desk.CheckpointAsync(context);
}
