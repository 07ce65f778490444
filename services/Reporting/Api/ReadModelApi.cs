using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Messaging.Rebuilding;
using Suite.Reporting.Rebuilding;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Storage;
using Kind = Suite.Reporting.V1.ReadModelDifference.Types.Kind;

namespace Suite.Reporting.Api;

/// <summary>The operator's door to the read model.</summary>
public sealed class ReadModelApi(ReadModel model, CommandRunner<ReportingDbContext> commands, ReportingOptions options, TimeProvider clock) : ReadModelService.ReadModelServiceBase
{
    public override async Task<VerifyReadModelResponse> VerifyReadModel(VerifyReadModelRequest request, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var settled = clock.GetUtcNow() - options.EventsSettle;
        await using var shadow = await model.BeginAsync(cancellation);
        await model.TellAsync(shadow, settled, cancellation);
        var found = await model.CompareAsync(shadow, cancellation);
        return new()
        {
            Equal = found.Count == 0, ChangeCount = shadow.Events, RowCount = await model.RowsAsync(cancellation), DifferenceCount = found.Count, Differences = { Shown(found) },
        };
    }

    public override async Task<RebuildReadModelResponse> RebuildReadModel(RebuildReadModelRequest request, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        await using var shadow = await model.BeginAsync(cancellation);
        await model.TellAsync(shadow, settled: null, cancellation);
        return await commands.RunAsync(context, request, requestId: "", async () =>
        {
            var found = await model.TakeOverAsync(shadow, cancellation);
            commands.Audit(context, nameof(RebuildReadModel), "reporting/readModel", new { changes = shadow.Events, differences = found.Count });
            return new RebuildReadModelResponse
            {
                ChangeCount = shadow.Events, RowCount = await model.RowsAsync(cancellation), DifferenceCount = found.Count, Differences = { Shown(found) }, Time = clock.GetUtcNow().ToTimestamp(),
            };
        });
    }

    static IEnumerable<ReadModelDifference> Shown(Differences found) => found.First.Select(d => new ReadModelDifference
    {
        Kind = d.Row.Kept is null ? Kind.Missing : d.Row.Told is null ? Kind.Unknown : Kind.Different, Table = d.Table, Key = d.Row.Key, Columns = { Columns(d.Row) },
    });

    static IEnumerable<string> Columns(RowDifference row)
    {
        if (row is not { Kept: { } kept, Told: { } told }) return [];
        using JsonDocument one = JsonDocument.Parse(kept), other = JsonDocument.Parse(told);
        return [.. one.RootElement.EnumerateObject().Where(c => c.Value.GetRawText() != other.RootElement.GetProperty(c.Name).GetRawText()).Select(c => c.Name).Order(StringComparer.Ordinal)];
    }
}
