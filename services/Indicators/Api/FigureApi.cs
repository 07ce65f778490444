using Grpc.Core;
using Suite.Auth.V1;
using Suite.Indicators.Figures;
using Suite.Indicators.Imports;
using Suite.Indicators.Periods;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Feeds;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using FigureStatus = Suite.Indicators.Figures.FigureStatus;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to figures: recording, revisions, the change feed.</summary>
public sealed class FigureApi(
    SeriesNames names, FigureDesk desk, FigureStore store, FigureFeed feed, FigureMessages messages, ImportDesk imports, MappingBook mappings, CityCalendar calendar, TimeProvider clock,
    CommandRunner<IndicatorsDbContext> commands) : FigureService.FigureServiceBase
{
    const int MostFigures = 200;
    const int LongestSource = 200;

    public override Task<RecordFiguresResponse> RecordFigures(RecordFiguresRequest request, ServerCallContext context)
    {
        if (request.Figures.Count is 0 or > MostFigures) throw Problems.InvalidField("figures", $"must hold 1 to {MostFigures}.");
        var source = SourceOf(context, request.Source, request.Why);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var series = await names.FindAsync(request.Series, calendar.Today, context.CancellationToken);
            var candidates = CandidatesIn(request, series, context);
            var recorded = await desk.RecordAsync(
                new(series, candidates, source, request.Etag, IsOffice(context), request.DryRun), context.CancellationToken);
            if (!request.DryRun && recorded.Figures.Count > 0)
                commands.Audit(context, nameof(RecordFigures), request.Series, new { periods = recorded.Figures.Select(f => f.Cell.Period.ToString()), request.Why, request.Source });
            return new RecordFiguresResponse
            {
                Figures = { recorded.Figures.Select(f => FigureMessages.Of(f, series.Name, source)) },
                Findings = { recorded.Doubts.Select(d => FigureMessages.Of(d.Finding, series.Name, d.Candidate)) },
            };
        });
    }

    public override Task<ImportFiguresResponse> ImportFigures(ImportFiguresRequest request, ServerCallContext context)
    {
        var source = SourceOf(context, request.Source, request.Why);
        FigureInputs.Text(request.Comment, "comment");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var answer = await imports.ImportAsync(request, source, context.CancellationToken);
            if (!request.DryRun) commands.Audit(context, nameof(ImportFigures), "figures", new { request.Source, request.Why, answer.Rows, answer.Recorded });
            return answer;
        });
    }

    public override Task<V1.ImportMapping> SaveImportMapping(SaveImportMappingRequest request, ServerCallContext context)
    {
        if (!ResourceNames.IsId(request.MappingId)) throw Problems.InvalidField("mapping_id", "must be of a-z, 0-9 and '-'.");
        var mapping = MappingMessages.Of(request.Mapping ?? throw Problems.InvalidField("mapping", "must be given."));
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            await mappings.SaveAsync(request.MappingId, mapping, context.CancellationToken);
            commands.Audit(context, nameof(SaveImportMapping), $"importMappings/{request.MappingId}", new { mapping.Columns });
            return MappingMessages.Of(request.MappingId, mapping);
        });
    }

    public override async Task<ListImportMappingsResponse> ListImportMappings(ListImportMappingsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var found = await mappings.ListAsync(PageToken.Read<string>(request, request.PageToken), size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, m => m.Id);
        return new() { Mappings = { page.Select(m => MappingMessages.Of(m.Id, m.Mapping)) }, NextPageToken = next };
    }

    public override async Task<ListFigureRevisionsResponse> ListFigureRevisions(ListFigureRevisionsRequest request, ServerCallContext context)
    {
        var series = await names.FindAsync(request.Series, calendar.Today, context.CancellationToken);
        var period = request.Period.Length == 0 ? (Period?)null : Period.Read(request.Period) ?? throw Problems.InvalidField("period", "must be 2024-03, 2024Q1, 2024H1 or 2024.");
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Place>(request, request.PageToken));
        var found = await store.RevisionsAsync(
            series.Measure, series.EntityNumber, period ?? new Period(0), period ?? new Period(int.MaxValue), after is null ? null : (after.Period, after.KnownAt, after.Mark), size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, f => new Place(f.Cell.Period.Code, f.KnownAt, f.Mark));
        return new() { Figures = { await messages.OfAsync(page, context.CancellationToken) }, NextPageToken = next };
    }

    public override async Task<ListFigureChangesResponse> ListFigureChanges(ListFigureChangesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var start = await feed.StartAsync(request.ResumeToken, context.CancellationToken);
        var found = await feed.AfterAsync(start, size + 1, context.CancellationToken);
        var page = found.Take(size).ToList();
        return new()
        {
            Figures = { await messages.OfAsync(page, context.CancellationToken) }, ResumeToken = FigureFeed.Token(page.Count > 0 ? page[^1].Change : start), More = found.Count > size,
        };
    }

    public override async Task WatchObservations(WatchObservationsRequest request, IServerStreamWriter<WatchObservationsResponse> responseStream, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        await FeedServer.ServeAsync(await feed.StartAsync(request.ResumeToken, cancellation),
            after => feed.AfterAsync(after, FeedServer.MostAtOnce, cancellation), figure => figure.Change,
            async (found, after) => await responseStream.WriteAsync(new() { Figures = { await messages.OfAsync(found, cancellation) }, ResumeToken = FigureFeed.Token(after) }, cancellation),
            clock, cancellation);
    }

    static List<Candidate> CandidatesIn(RecordFiguresRequest request, KnownSeries series, ServerCallContext context)
    {
        var definition = FigureDesk.Recordable(series);
        var candidates = request.Figures.Select((f, at) => FigureInputs.Of(
            new(FigurePlace.InCall(at), f.Period, f.PeriodValue, f.YearToDateValue, f.PublishedGrowth, StatusIn(f, at, context), f.Comparator, f.Note, f.Comment, f.Unit),
            definition, series.Measure, series.EntityNumber)).ToList();
        return candidates.DistinctBy(c => c.Cell).Count() == candidates.Count ? candidates : throw Problems.InvalidField("figures", "must name each period once.");
    }

    static FigureStatus StatusIn(FigureInput figure, int at, ServerCallContext context)
    {
        var status = figure.Status == V1.FigureStatus.Unspecified ? FigureStatus.Preliminary : (FigureStatus)Enums.Given(figure.Status, $"figures[{at}].status");
        return IsOffice(context) || status is FigureStatus.Preliminary or FigureStatus.Revised
            ? status
            : throw Problems.InvalidField($"figures[{at}].status", "must be preliminary or revised; the office makes figures final.");
    }

    static bool IsOffice(ServerCallContext context) => Access.Of(context).Caller.Roles.Overlaps([Role.Office, Role.Admin]);

    FigureSource SourceOf(ServerCallContext context, string source, string why) => new()
    {
        Origin = source.Length <= LongestSource ? source : throw Problems.InvalidField("source", $"must be at most {LongestSource} characters."),
        Author = Access.Of(context).Caller.Account, Why = FigureInputs.Text(why, "why") ?? "", Time = FigureDesk.Micro(clock.GetUtcNow()),
    };

    /// <summary>Place in the list of revisions.</summary>
    sealed record Place(int Period, DateTimeOffset KnownAt, long Mark);
}
