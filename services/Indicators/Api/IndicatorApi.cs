using Grpc.Core;
using Suite.Indicators.Observations;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using static Suite.Indicators.Api.IndicatorQueries;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to the indicators. Only issued tasks make indicators, so whoever may call may see all of them.</summary>
public sealed class IndicatorApi(IndicatorQueries queries) : IndicatorService.IndicatorServiceBase
{
    public override async Task<ListIndicatorsResponse> ListIndicators(ListIndicatorsRequest request, ServerCallContext context)
    {
        var (plan, task) = FilterOf(request);
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<Place>(request, request.PageToken);
        var rows = await queries.ListAsync(plan, task, request.ShowWithdrawn, after, size + 1, context.CancellationToken);
        var (items, next) = PageToken.Cut(request, rows, size, last => new Place(last.Plan, last.TaskNumber, last.Ordinal));
        return new() { Indicators = { items.Select(IndicatorMessages.Of) }, NextPageToken = next };
    }

    public override async Task<Indicator> GetIndicator(GetIndicatorRequest request, ServerCallContext context)
    {
        var row = ResourceNames.IndicatorId(request.Name) is { } id ? await queries.FindAsync(id, context.CancellationToken) : null;
        if (row is null) throw Problems.NotFound("indicator", request.Name);
        var observations = await queries.ObservationsAsync(row.Id, context.CancellationToken);
        var indicator = IndicatorMessages.Of(row);
        indicator.Targets.Add(row.Targets.Select(IndicatorMessages.Of));
        indicator.Observations.Add(LatestObservations.Of(observations).Select(o => IndicatorMessages.Of(o, row.Unit)));
        return indicator;
    }

    public override async Task<ListObservationsResponse> ListObservations(ListObservationsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<Moment>(request, request.PageToken);
        var id = ResourceNames.IndicatorId(request.Parent);
        var unit = id is null ? null : await queries.UnitAsync(id, context.CancellationToken);
        if (id is null || unit is null) throw Problems.NotFound("indicator", request.Parent);
        var rows = await queries.ObservationsAsync(id, after, size + 1, context.CancellationToken);
        var (items, next) = PageToken.Cut(request, rows, size, last => new Moment(last.AcceptTime, last.Id));
        return new() { Observations = { items.Select(o => IndicatorMessages.Of(o, unit)) }, NextPageToken = next };
    }

    static (string Plan, int? Task) FilterOf(ListIndicatorsRequest request)
    {
        if (request.Plan.Length > 0 && !ResourceNames.IsPlan(request.Plan)) throw Problems.InvalidField("plan", "must be plans/{plan}.");
        if (request.Task.Length == 0) return (request.Plan, null);
        var number = ResourceNames.TaskNumber(request.Task) ?? throw Problems.InvalidField("task", "must be plans/{plan}/tasks/{number}.");
        var plan = request.Task[..request.Task.IndexOf("/tasks/", StringComparison.Ordinal)];
        return request.Plan.Length == 0 || request.Plan == plan ? (plan, number) : throw Problems.InvalidField("task", "must be a task of the plan named.");
    }
}
