using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Reporting.Overviews;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;

namespace Suite.Reporting.Api;

/// <summary>The gRPC door to how plans stand. Only issued plans are known here.</summary>
public sealed class OverviewApi(StandingCache standings) : OverviewService.OverviewServiceBase
{
    public override async Task<Overview> GetOverview(GetOverviewRequest request, ServerCallContext context)
    {
        Check(request.Plan, request.Quarter);
        var (standing, time) = await FindAsync(request.Plan, context);
        return new()
        {
            Plan = standing.Plan.Name, Title = standing.Plan.Title, Year = standing.Plan.Year, Counts = Of(standing.Trend[request.Quarter - 1]),
            Trend = { standing.Trend.Select(Of) }, Freshness = Fresh(standing, time),
        };
    }

    public override async Task<ListStandingsResponse> ListStandings(ListStandingsRequest request, ServerCallContext context)
    {
        Check(request.Plan, request.Quarter);
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Place>(request, request.PageToken)?.At ?? 0);
        var (standing, time) = await FindAsync(request.Plan, context);
        var parts = request.Dimension switch
        {
            ListStandingsRequest.Types.Dimension.Leader => standing.Leaders,
            ListStandingsRequest.Types.Dimension.Unit => standing.Units,
            ListStandingsRequest.Types.Dimension.Section => standing.Sections,
            _ => throw Problems.InvalidField("dimension", "must be DIMENSION_LEADER, DIMENSION_UNIT or DIMENSION_SECTION."),
        };
        var (items, next) = PageToken.Cut(request, [.. parts.Skip(after).Take(size + 1)], size, _ => new Place(after + size));
        return new() { Standings = { items.Select(p => Of(p, request.Quarter)) }, NextPageToken = next, Freshness = Fresh(standing, time) };
    }

    async Task<(PlanStanding Standing, DateTimeOffset Time)> FindAsync(string plan, ServerCallContext context) =>
        await standings.GetAsync(plan, context.CancellationToken) ?? throw Problems.NotFound("plan", plan);

    static void Check(string plan, int quarter)
    {
        if (!ReportNames.IsPlan(plan)) throw Problems.InvalidField("plan", "must be plans/{plan}.");
        if (quarter is not (>= 1 and <= 4)) throw Problems.InvalidField("quarter", "must be 1 to 4.");
    }

    static Freshness Fresh(PlanStanding standing, DateTimeOffset time) => new()
    {
        Revision = standing.Revision, RecordTime = time.ToTimestamp(), TasksHeard = standing.TasksHeard, TasksExpected = standing.Plan.TaskCount,
    };

    static Standing Of(PartStanding part, int quarter) => new()
    {
        Name = part.Name, DisplayName = part.DisplayName, Counts = Of(part.Trend[quarter - 1]), Trend = { part.Trend.Select(Of) }, Rank = part.Ranks[quarter - 1],
    };

    static Counts Of(QuarterCounts counts) => new()
    {
        Quarter = counts.Quarter, Tasks = counts.Tasks, Acknowledged = counts.Acknowledged, Due = counts.Due, Reported = counts.Reported, Accepted = counts.Accepted,
        Green = counts.Green, Yellow = counts.Yellow, Red = counts.Red, Blue = counts.Blue, Unlit = counts.Unlit, Missing = counts.Missing,
    };

    sealed record Place(int At);
}
