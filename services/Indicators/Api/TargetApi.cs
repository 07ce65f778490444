using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Figures;
using Suite.Indicators.Goals;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using FigureStatus = Suite.Indicators.Figures.FigureStatus;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to targets and contradictions.</summary>
public sealed class TargetApi(IndicatorsDbContext db, GoalBook book, SeriesNames names, CityCalendar calendar, TimeProvider clock, CommandRunner<IndicatorsDbContext> commands)
    : TargetService.TargetServiceBase
{
    const int LongestSource = 200;

    public override Task<Target> ProposeTarget(ProposeTargetRequest request, ServerCallContext context)
    {
        if (request.Source.Length > LongestSource) throw Problems.InvalidField("source", $"must be at most {LongestSource} characters.");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var series = await names.FindAsync(request.Series, calendar.Today, context.CancellationToken);
            if (series is not { Definition: { } definition, Entity: { } entity }) throw Problems.NotFound("series", request.Series);
            var candidate = FigureInputs.Of(
                new("target", 0, request.Period, Decimals.Text(Decimals.Required(request.Value, "value")), "", "", FigureStatus.Final, request.Comparator.Length == 0 ? "GE" : request.Comparator, "", "", ""),
                definition, series.Measure, entity.Number);
            var goal = new Goal
            {
                Measure = series.Measure, Entity = entity.Number, Period = candidate.Period.Code, Value = candidate.PeriodValue ?? candidate.YearToDate!.Value, Comparator = candidate.Comparator,
                State = GoalState.Proposed, Proposer = Access.Of(context).Caller.Account, ProposeTime = FigureDesk.Micro(clock.GetUtcNow()),
                Why = FigureInputs.Text(request.Why, "why") ?? "", Source = request.Source,
            };
            db.Add(goal);
            await db.SaveChangesAsync(context.CancellationToken);
            commands.Audit(context, nameof(ProposeTarget), GoalBook.Prefix + goal.Number, new { request.Series, request.Period, request.Value, request.Why });
            return Of(goal, series.Name);
        });
    }

    public override Task<Target> DecideTarget(DecideTargetRequest request, ServerCallContext context)
    {
        if (!request.Name.StartsWith(GoalBook.Prefix, StringComparison.Ordinal) || !int.TryParse(request.Name.AsSpan(GoalBook.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw Problems.NotFound("target", request.Name);
        if (request.Decision is not (TargetState.Approved or TargetState.Rejected)) throw Problems.InvalidField("decision", "must be APPROVED or REJECTED.");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var goal = await book.DecideAsync(number, (GoalState)request.Decision, Access.Of(context).Caller.Account, context.CancellationToken);
            commands.Audit(context, nameof(DecideTarget), request.Name, new { decision = request.Decision.ToString() });
            return Of(goal, await NameAsync(goal, context.CancellationToken));
        });
    }

    public override async Task<ListTargetsResponse> ListTargets(ListTargetsRequest request, ServerCallContext context)
    {
        var series = await names.FindAsync(request.Series, calendar.Today, context.CancellationToken);
        var (size, before) = (PageToken.Size(request.PageSize), PageToken.Read<Last>(request, request.PageToken)?.Number ?? int.MaxValue);
        var found = await db.Goals.AsNoTracking().Where(g => g.Measure == series.Measure && g.Entity == series.EntityNumber && g.Number < before)
            .OrderByDescending(g => g.Number).Take(size + 1).ToListAsync(context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, g => new Last(g.Number));
        return new() { Targets = { page.Select(g => Of(g, series.Name)) }, NextPageToken = next };
    }

    public override async Task<ListContradictionsResponse> ListContradictions(ListContradictionsRequest request, ServerCallContext context)
    {
        if (request.Plan.Length > 0 && !ResourceNames.IsPlan(request.Plan)) throw Problems.InvalidField("plan", "must be plans/{plan}.");
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Place>(request, request.PageToken));
        var rows = db.Contradictions.AsNoTracking().Where(c => request.Plan == "" || c.Plan == request.Plan);
        if (after is not null) rows = rows.Where(c => EF.Functions.GreaterThan(ValueTuple.Create(c.Plan, c.TaskNumber, c.Number), ValueTuple.Create(after.Plan, after.Task, after.Number)));
        var found = await rows.OrderBy(c => c.Plan).ThenBy(c => c.TaskNumber).ThenBy(c => c.Number).Take(size + 1).ToListAsync(context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, c => new Place(c.Plan, c.TaskNumber, c.Number));
        return new() { Contradictions = { page.Select(Of) }, NextPageToken = next };
    }

    async Task<string> NameAsync(Goal goal, CancellationToken cancellation)
    {
        var measure = await db.MeasureKeys.Where(k => k.Number == goal.Measure).Select(k => k.Name).SingleAsync(cancellation);
        return $"{measure}/series/{await db.Entities.Where(e => e.Number == goal.Entity).Select(e => e.Id).SingleAsync(cancellation)}";
    }

    static Target Of(Goal g, string series) => new()
    {
        Name = GoalBook.Prefix + g.Number, Series = series, Period = g.By.ToString(), Value = Decimals.Text(g.Value), Comparator = g.Comparator.ToString().ToUpperInvariant(),
        State = (TargetState)g.State, Proposer = g.Proposer, ProposeTime = g.ProposeTime.ToTimestamp(), Decider = g.Decider, DecideTime = g.DecideTime?.ToTimestamp(), Why = g.Why, Source = g.Source,
    };

    static Contradiction Of(Targets.ContradictionRow c) => new()
    {
        Task = c.Task, Indicator = ResourceNames.Indicator(c.IndicatorId), Quarter = c.Quarter, OneValue = Decimals.Text(c.OneValue), OtherValue = Decimals.Text(c.OtherValue), Unit = c.Unit,
        OneCommitments = { c.OneCommitments }, OtherCommitments = { c.OtherCommitments },
    };

    /// <summary>Place in the list of targets.</summary>
    sealed record Last(int Number);

    /// <summary>Place in the list of contradictions.</summary>
    sealed record Place(string Plan, int Task, long Number);
}
