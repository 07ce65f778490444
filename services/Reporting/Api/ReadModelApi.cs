using Grpc.Core;
using Suite.Reporting.Rebuilding;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Identity;

namespace Suite.Reporting.Api;

/// <summary>The operator's door to the read model.</summary>
sealed class ReadModelApi(ReadModelDesk desk) : ReadModelService.ReadModelServiceBase
{
    public override Task<RebuildReadModelResponse> RebuildReadModel(RebuildReadModelRequest request, ServerCallContext context) =>
        desk.RebuildAsync(Access.Of(context).Caller.Account, context.CancellationToken);

    public override Task<VerifyReadModelResponse> VerifyReadModel(VerifyReadModelRequest request, ServerCallContext context) =>
        desk.VerifyAsync(context.CancellationToken);
}
