using Google.Protobuf;
using Grpc.Core;
using Suite.Http;
using Suite.Reporting.Intake;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using static Suite.Reporting.Api.ReportQueries;
using ReportState = Suite.Reporting.Reports.ReportState;

namespace Suite.Reporting.Api;

/// <summary>The gRPC door to the reports. Only issued plans are known here; what is not issued itself only the office sees.</summary>
public sealed class ReportApi(
    ReportPress press, ReportDesk desk, ReportChecks checks, ReportQueries queries, ReportInputs inputs, PdfDesk pdf, ProofClerk proofs,
    CommandRunner<ReportingDbContext> commands)
    : ReportService.ReportServiceBase
{
    const int LongestComment = 1000;

    public override Task<Report> CreateReport(CreateReportRequest request, ServerCallContext context)
    {
        var wish = inputs.WishOf(request.Report);
        return RunAsync(context, request, request.RequestId, nameof(CreateReport), () => press.MakeAsync(wish, ActorOf(context), context.CancellationToken));
    }

    public override async Task<Report> GetReport(GetReportRequest request, ServerCallContext context) =>
        await FullAsync(await FindAsync(request.Name, context), context.CancellationToken);

    public override Task<Report> RefreshReport(ReportStepRequest request, ServerCallContext context) => StepAsync(
        request, context, nameof(RefreshReport), (id, by) => desk.RefreshAsync(id, request.Etag, by, context.CancellationToken));

    public override Task<Report> ApproveReport(ReportStepRequest request, ServerCallContext context) => StepAsync(
        request, context, nameof(ApproveReport), (id, by) => desk.ApproveAsync(id, request.Etag, by, request.Comment, context.CancellationToken));

    public override Task<Report> ReopenReport(ReportStepRequest request, ServerCallContext context) => StepAsync(
        request, context, nameof(ReopenReport), (id, by) => desk.MoveAsync(id, request.Etag, Steps.Reopen, by, request.Comment, context.CancellationToken));

    public override Task<Report> IssueReport(ReportStepRequest request, ServerCallContext context) => StepAsync(
        request, context, nameof(IssueReport), (id, by) => desk.IssueAsync(id, request.Etag, by, request.Comment, context.CancellationToken));

    public override Task<Report> DiscardReport(ReportStepRequest request, ServerCallContext context) => StepAsync(
        request, context, nameof(DiscardReport), (id, by) => desk.MoveAsync(id, request.Etag, Steps.Discard, by, request.Comment, context.CancellationToken));

    public override Task<Report> CorrectReport(ReportStepRequest request, ServerCallContext context) => StepAsync(
        request, context, nameof(CorrectReport), (id, by) => desk.CorrectAsync(id, request.Etag, by, request.Comment, context.CancellationToken));

    public override async Task<ListPassagesResponse> ListPassages(ListPassagesRequest request, ServerCallContext context)
    {
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Mark>(request, request.PageToken)?.Ordinal ?? 0);
        var passages = await checks.PassagesAsync(await FindAsync(request.Parent, context), context.CancellationToken);
        var (items, next) = PageToken.Cut(request, [.. passages.Skip(after).Take(size + 1)], size, _ => new Mark(after + size));
        return new() { Passages = { items }, NextPageToken = next };
    }

    public override Task<Passage> EditPassage(EditPassageRequest request, ServerCallContext context)
    {
        var id = ReportNames.ReportId(request.Name) ?? throw Problems.NotFound("report", request.Name);
        if (request.Text.Length > ReportDesk.LongestPassage) throw Problems.InvalidField("text", $"must be at most {ReportDesk.LongestPassage} characters.");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var report = await desk.EditAsync(id, request.Etag, request.Key, request.Text, ActorOf(context), context.CancellationToken);
            commands.Audit(context, nameof(EditPassage), request.Name, new { request.Key, request.Text, report.DocumentSha256 });
            return await checks.PassageAsync(report, request.Key, context.CancellationToken);
        });
    }

    public override async Task<ListFigureChangesResponse> ListFigureChanges(ListFigureChangesRequest request, ServerCallContext context)
    {
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Mark>(request, request.PageToken)?.Ordinal ?? 0);
        var report = await FindAsync(request.Parent, context);
        var changes = request.Basis switch
        {
            ListFigureChangesRequest.Types.Basis.PreviousVersion => await checks.ChangesFromBeforeAsync(report, context.CancellationToken),
            ListFigureChangesRequest.Types.Basis.Unspecified or ListFigureChangesRequest.Types.Basis.SinceMade =>
                await checks.ChangesSinceAsync(report, context.CancellationToken),
            _ => throw Problems.InvalidField("basis", "must be BASIS_SINCE_MADE or BASIS_PREVIOUS_VERSION."),
        };
        var (items, next) = PageToken.Cut(request, [.. changes.Skip(after).Take(size + 1)], size, _ => new Mark(after + size));
        return new() { Changes = { items.Select(ReportMessages.Of) }, NextPageToken = next };
    }

    public override async Task<VerifyReportResponse> VerifyReport(VerifyReportRequest request, ServerCallContext context)
    {
        var check = await checks.VerifyAsync(await FindAsync(request.Name, context), context.CancellationToken);
        return new()
        {
            Intact = check.Different.Count == 0, Different = { check.Different.Select(f => (V1.FileFormat)f) }, Altered = { check.Altered.Select(f => (V1.FileFormat)f) },
            FigureChanges = check.FigureChanges,
        };
    }

    public override async Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context)
    {
        var filter = ReportInputs.FilterOf(request, Access.Of(context).Everything);
        var size = PageToken.Size(request.PageSize);
        var before = PageToken.Read<Moment>(request, request.PageToken);
        var reports = await queries.ListAsync(filter, before, size + 1, context.CancellationToken);
        var (items, next) = PageToken.Cut(request, reports, size, last => new Moment(last.CreateTime, last.Id));
        return new() { Reports = { items.Select(ReportMessages.Of) }, NextPageToken = next };
    }

    public override async Task<ListDownloadsResponse> ListDownloads(ListDownloadsRequest request, ServerCallContext context)
    {
        var (size, before) = (PageToken.Size(request.PageSize), PageToken.Read<Taken>(request, request.PageToken)?.Id);
        var report = await FindAsync(request.Parent, context);
        var (items, next) = PageToken.Cut(request, await queries.DownloadsAsync(report.Id, before, size + 1, context.CancellationToken), size, d => new Taken(d.Id));
        return new() { Downloads = { items.Select(ReportMessages.Of) }, NextPageToken = next };
    }

    public override async Task<HttpBody> DownloadReport(DownloadReportRequest request, ServerCallContext context)
    {
        var format = ReportInputs.FormatOf(request.Format);
        var report = await FindAsync(request.Name, context);
        var document = (format == Reports.FileFormat.Pdf
            ? await pdf.FindAsync(report, context.CancellationToken)
            : await queries.DocumentAsync(report.Id, format, context.CancellationToken)) ?? throw Problems.NotFound("file of the report", $"{request.Name} ({format})");
        await commands.RunAsync(context, request, "", async () =>
        {
            await queries.NoteAsync(report.Id, format, Access.Of(context).Caller, context.CancellationToken);
            commands.Audit(context, nameof(DownloadReport), request.Name, new { Format = $"{format}" });
            return new HttpBody();
        });
        await context.WriteResponseHeadersAsync([new("content-disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(Files.NameOf(report, format))}")]);
        return new() { ContentType = Files.TypeOf(format), Data = UnsafeByteOperations.UnsafeWrap(document) };
    }

    public override async Task<ListFiguresResponse> ListFigures(ListFiguresRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<Mark>(request, request.PageToken);
        var report = await FindAsync(request.Parent, context);
        var figures = await queries.FiguresAsync(report.Id, after, size + 1, context.CancellationToken);
        var (items, next) = PageToken.Cut(request, figures, size, last => new Mark(last.Ordinal));
        return new() { Figures = { items.Select(ReportMessages.Of) }, NextPageToken = next };
    }

    public override async Task<FigureTrace> TraceFigure(TraceFigureRequest request, ServerCallContext context)
    {
        if (ReportNames.Figure(request.Name) is not var (id, ordinal)) throw Problems.NotFound("figure", request.Name);
        var report = await queries.FindAsync(id, context.CancellationToken);
        var figure = report is not null && MaySee(report, context) ? await queries.FigureAsync(id, ordinal, context.CancellationToken) : null;
        var trace = ReportMessages.Trace(figure ?? throw Problems.NotFound("figure", request.Name));
        await proofs.ProveAsync(trace, context.CancellationToken);
        return trace;
    }

    Task<Report> StepAsync(ReportStepRequest request, ServerCallContext context, string action, Func<string, Actor, Task<ReportRecord>> step)
    {
        var id = ReportNames.ReportId(request.Name) ?? throw Problems.NotFound("report", request.Name);
        if (request.Comment.Length > LongestComment) throw Problems.InvalidField("comment", $"must be at most {LongestComment} characters.");
        return RunAsync(context, request, request.RequestId, action, () => step(id, ActorOf(context)));
    }

    Task<Report> RunAsync(ServerCallContext context, IMessage request, string requestId, string action, Func<Task<ReportRecord>> effect) =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            var report = await effect();
            commands.Audit(context, action, $"reports/{report.Id}",
                new { report.Plan, report.Quarter, report.Number, report.Version, State = $"{report.State}", report.Heard, report.DocumentSha256 });
            await queries.SaveAsync(context.CancellationToken);
            return await FullAsync(report, context.CancellationToken);
        });

    async Task<Report> FullAsync(ReportRecord report, CancellationToken cancellation)
    {
        var message = ReportMessages.Of(report);
        message.Milestones.Add((await queries.MilestonesAsync(report.Id, cancellation)).Select(ReportMessages.Of));
        message.Files.Add(await queries.FilesAsync(report.Id, cancellation));
        return message;
    }

    async Task<ReportRecord> FindAsync(string name, ServerCallContext context)
    {
        var report = ReportNames.ReportId(name) is { } id ? await queries.FindAsync(id, context.CancellationToken) : null;
        return report is not null && MaySee(report, context) ? report : throw (Access.Of(context).Everything
            ? Problems.NotFound("report", name)
            : Problems.NotVisible("report", name));
    }

    static bool MaySee(ReportRecord report, ServerCallContext context) => Access.Of(context).Everything || report.State is ReportState.Issued or ReportState.Superseded;

    static Actor ActorOf(ServerCallContext context) => new(Access.Of(context).Caller.Account, Access.Of(context).Caller.DisplayName);
}
