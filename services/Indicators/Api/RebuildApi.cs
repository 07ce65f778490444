using Grpc.Core;
using Suite.Indicators.Rebuilding;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.Messaging.Rebuilding;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;

namespace Suite.Indicators.Api;

/// <summary>The operator's door to rebuilding and verifying.</summary>
public sealed class RebuildApi(TaskSeriesRebuild rebuild, CommandRunner<IndicatorsDbContext> commands) : RebuildService.RebuildServiceBase
{
    public override async Task<VerifyTaskSeriesResponse> VerifyTaskSeries(VerifyTaskSeriesRequest request, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        Check(request.Plan);
        await using var shadow = await rebuild.BeginAsync(cancellation);
        await rebuild.TellAsync(shadow, request.Plan, cancellation);
        var found = await rebuild.CompareAsync(shadow, request.Plan, cancellation);
        return new() { Events = shadow.Events, Unheard = await shadow.UnheardAsync(cancellation), Count = found.Count, Differences = { Shown(found) } };
    }

    public override async Task<RebuildTaskSeriesResponse> RebuildTaskSeries(RebuildTaskSeriesRequest request, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        Check(request.Plan);
        await using var shadow = await rebuild.BeginAsync(cancellation);
        await rebuild.TellAsync(shadow, request.Plan, cancellation);
        return await commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var found = await rebuild.CompareAsync(shadow, request.Plan, cancellation);
            // A single plan may be forgotten.
            if (request.Plan.Length == 0) shadow.RefuseToForget(found);
            var unheard = await shadow.UnheardAsync(cancellation);
            await rebuild.TakeOverAsync(shadow, request.Plan, cancellation);
            commands.Audit(context, nameof(RebuildTaskSeries), request.Plan.Length == 0 ? "indicators" : request.Plan, new { shadow.Events, Unheard = unheard, differences = found.Count });
            return new RebuildTaskSeriesResponse { Events = shadow.Events, Unheard = unheard, Count = found.Count, Differences = { Shown(found) } };
        });
    }

    static void Check(string plan)
    {
        if (plan.Length > 0 && !ResourceNames.IsPlan(plan)) throw Problems.InvalidField("plan", "must be plans/{plan}.");
    }

    static IEnumerable<Difference> Shown(Differences found) =>
        found.First.Select(d => new Difference { Kind = d.Table, Name = d.Row.Key, Kept = d.Row.Kept ?? "", Told = d.Row.Told ?? "" });
}
