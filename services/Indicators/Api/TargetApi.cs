using System.Globalization;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Figures;
using Suite.Indicators.Goals;
using Suite.Indicators.Imports;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using FigureStatus = Suite.Indicators.Figures.FigureStatus;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to targets and contradictions.</summary>
public sealed class TargetApi(
    IndicatorsDbContext db, GoalBook book, TargetImport imports, TargetMessages messages, SeriesNames names, CityCalendar calendar, TimeProvider clock,
    CommandRunner<IndicatorsDbContext> commands) : TargetService.TargetServiceBase
{
    const int LongestSource = 200;
    const int MostDecided = 1000;
    const int MostShown = 200;

    public override Task<Target> ProposeTarget(ProposeTargetRequest request, ServerCallContext context)
    {
        CheckSource(request.Source);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var series = await names.FindAsync(request.Series, calendar.Today, context.CancellationToken);
            if (series is not { Definition: { } definition, Entity: { } entity }) throw Problems.NotFound("series", request.Series);
            var candidate = FigureInputs.Of(
                new(FigurePlace.Target, request.Period, Decimals.Text(Decimals.Required(request.Value, "value")), "", "", FigureStatus.Final, request.Comparator.Length == 0 ? "GE" : request.Comparator, "", "", ""),
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
            return TargetMessages.Of(goal, series.Name);
        });
    }

    public override Task<ImportTargetsResponse> ImportTargets(ImportTargetsRequest request, ServerCallContext context)
    {
        CheckSource(request.Source);
        var file = new TargetFile(
            request.Content, request.Document, request.Mapping, request.Source, FigureInputs.Text(request.Why, "why") ?? "", Access.Of(context).Caller.Account, FigureDesk.Micro(clock.GetUtcNow()));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var read = await imports.ReadAsync(file, context.CancellationToken);
            if (!request.DryRun)
            {
                db.AddRange(read.Goals.Select(g => g.Goal));
                await db.SaveChangesAsync(context.CancellationToken);
                commands.Audit(context, nameof(ImportTargets), "targets", new { request.Source, request.Why, read.Rows, proposed = read.Goals.Count });
            }

            return new ImportTargetsResponse
            {
                Rows = read.Rows, Proposed = read.Goals.Count, Unchanged = read.Unchanged, Mapping = MappingMessages.Of(read.MappingId, read.Mapping),
                Findings = { read.Doubts.Take(MostShown).Select(d => FigureMessages.Of(d.Doubt.Finding, d.Series, d.Doubt.Candidate, request.Why)) },
                Targets = { read.Goals.Take(MostShown).Select(g => TargetMessages.Of(g.Goal, g.Series)) },
            };
        });
    }

    public override Task<Target> DecideTarget(DecideTargetRequest request, ServerCallContext context)
    {
        var number = NumberIn(request.Name);
        CheckDecision(request.Decision);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var goal = await book.DecideAsync(number, (GoalState)request.Decision, Access.Of(context).Caller.Account, context.CancellationToken);
            commands.Audit(context, nameof(DecideTarget), request.Name, new { decision = request.Decision.ToString() });
            return (await messages.OfAsync([goal], context.CancellationToken))[0];
        });
    }

    public override Task<DecideTargetsResponse> DecideTargets(DecideTargetsRequest request, ServerCallContext context)
    {
        if (request.Names.Count is 0 or > MostDecided) throw Problems.InvalidField("names", $"must be 1 to {MostDecided}.");
        // In one order for everybody, so that two who decide at once wait for one another and do not stand in each other's way.
        var numbers = request.Names.Select(NumberIn).Distinct().Order().ToList();
        CheckDecision(request.Decision);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var goals = new List<Goal>(numbers.Count);
            foreach (var number in numbers) goals.Add(await book.DecideAsync(number, (GoalState)request.Decision, Access.Of(context).Caller.Account, context.CancellationToken));
            foreach (var goal in goals) commands.Audit(context, nameof(DecideTargets), GoalBook.Prefix + goal.Number, new { decision = request.Decision.ToString() });
            return new DecideTargetsResponse { Targets = { await messages.OfAsync(goals, context.CancellationToken) } };
        });
    }

    public override async Task<FindTargetsResponse> FindTargets(FindTargetsRequest request, ServerCallContext context)
    {
        var state = request.State == TargetState.Unspecified ? (GoalState?)null : (GoalState)Enums.Given(request.State, "state");
        CheckSource(request.Source);
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Last>(request, request.PageToken)?.Number ?? 0);
        var goals = db.Goals.AsNoTracking().Where(g => g.Number > after);
        if (state is not null) goals = goals.Where(g => g.State == state);
        if (request.Source.Length > 0) goals = goals.Where(g => g.Source == request.Source);
        var (page, next) = PageToken.Cut(request, await goals.OrderBy(g => g.Number).Take(size + 1).ToListAsync(context.CancellationToken), size, g => new Last(g.Number));
        return new() { Targets = { await messages.OfAsync(page, context.CancellationToken) }, NextPageToken = next };
    }

    public override async Task<ListTargetsResponse> ListTargets(ListTargetsRequest request, ServerCallContext context)
    {
        var series = await names.FindAsync(request.Series, calendar.Today, context.CancellationToken);
        var (size, before) = (PageToken.Size(request.PageSize), PageToken.Read<Last>(request, request.PageToken)?.Number ?? int.MaxValue);
        var found = await db.Goals.AsNoTracking().Where(g => g.Measure == series.Measure && g.Entity == series.EntityNumber && g.Number < before)
            .OrderByDescending(g => g.Number).Take(size + 1).ToListAsync(context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, g => new Last(g.Number));
        return new() { Targets = { page.Select(g => TargetMessages.Of(g, series.Name)) }, NextPageToken = next };
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

    static int NumberIn(string name) =>
        name.StartsWith(GoalBook.Prefix, StringComparison.Ordinal) && int.TryParse(name.AsSpan(GoalBook.Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Problems.NotFound("target", name);

    static void CheckDecision(TargetState decision)
    {
        if (decision is not (TargetState.Approved or TargetState.Rejected)) throw Problems.InvalidField("decision", "must be APPROVED or REJECTED.");
    }

    static void CheckSource(string source)
    {
        if (source.Length > LongestSource) throw Problems.InvalidField("source", $"must be at most {LongestSource} characters.");
    }

    static Contradiction Of(Targets.ContradictionRow c) => new()
    {
        Task = c.Task, Indicator = ResourceNames.Indicator(c.IndicatorId), Quarter = c.Quarter, OneValue = Decimals.Text(c.OneValue), OtherValue = Decimals.Text(c.OtherValue), Unit = c.Unit,
        OneCommitments = { c.OneCommitments }, OtherCommitments = { c.OtherCommitments },
    };

    /// <summary>Place in a list of targets.</summary>
    sealed record Last(int Number);

    /// <summary>Place in the list of contradictions.</summary>
    sealed record Place(string Plan, int Task, long Number);
}
