using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Suite.Reporting.Documents;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using static Suite.Reporting.Api.ReportQueries;

namespace Suite.Reporting.Api;

/// <summary>The gRPC door to the reports. Only issued plans are known here, so whoever may call may see every report.</summary>
public sealed class ReportApi(BulletinPress press, ReportQueries queries, CommandRunner<ReportingDbContext> commands) : ReportService.ReportServiceBase
{
    public override Task<Report> CreateReport(CreateReportRequest request, ServerCallContext context)
    {
        Check(request.Report);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var report = await press.MakeAsync(request.Report.Plan, request.Report.Quarter, Access.Of(context).Caller.Account, context.CancellationToken);
            var answer = ReportMessages.Of(report);
            commands.Audit(context, nameof(CreateReport), answer.Name, new { report.Plan, report.Quarter, report.Number, report.DocumentSha256 });
            return answer;
        });
    }

    public override async Task<Report> GetReport(GetReportRequest request, ServerCallContext context) =>
        ReportMessages.Of(await FindAsync(request.Name, context.CancellationToken));

    public override async Task<ListReportsResponse> ListReports(ListReportsRequest request, ServerCallContext context)
    {
        if (request.Plan.Length > 0 && !ReportNames.IsPlan(request.Plan)) throw Problems.InvalidField("plan", "must be plans/{plan}.");
        var size = PageToken.Size(request.PageSize);
        var before = PageToken.Read<Moment>(request, request.PageToken);
        var reports = await queries.ListAsync(request.Plan, before, size + 1, context.CancellationToken);
        var (items, next) = PageToken.Cut(request, reports, size, last => new Moment(last.CreateTime, last.Id));
        return new() { Reports = { items.Select(ReportMessages.Of) }, NextPageToken = next };
    }

    public override async Task<HttpBody> DownloadReport(DownloadReportRequest request, ServerCallContext context)
    {
        var report = await FindAsync(request.Name, context.CancellationToken);
        var document = await queries.DocumentAsync(report.Id, context.CancellationToken) ?? throw Problems.NotFound("report", request.Name);
        await context.WriteResponseHeadersAsync([new("content-disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(report.FileName)}")]);
        return new() { ContentType = DocxWriter.ContentType, Data = UnsafeByteOperations.UnsafeWrap(document) };
    }

    public override async Task<ListFiguresResponse> ListFigures(ListFiguresRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<Mark>(request, request.PageToken);
        var report = await FindAsync(request.Parent, context.CancellationToken);
        var figures = await queries.FiguresAsync(report.Id, after, size + 1, context.CancellationToken);
        var (items, next) = PageToken.Cut(request, figures, size, last => new Mark(last.Ordinal));
        return new() { Figures = { items.Select(ReportMessages.Of) }, NextPageToken = next };
    }

    public override async Task<FigureTrace> TraceFigure(TraceFigureRequest request, ServerCallContext context)
    {
        var figure = ReportNames.Figure(request.Name) is var (report, ordinal) ? await queries.FigureAsync(report, ordinal, context.CancellationToken) : null;
        return ReportMessages.Trace(figure ?? throw Problems.NotFound("figure", request.Name));
    }

    async Task<FrozenReport> FindAsync(string name, CancellationToken cancellation) =>
        (ReportNames.ReportId(name) is { } id ? await queries.FindAsync(id, cancellation) : null) ?? throw Problems.NotFound("report", name);

    static void Check(Report? report)
    {
        var violations = new List<FieldViolation>();
        if (report?.Kind != ReportKind.Bulletin) violations.Add(new("report.kind", "must be REPORT_KIND_BULLETIN."));
        if (!ReportNames.IsPlan(report?.Plan ?? "")) violations.Add(new("report.plan", "must be plans/{plan}."));
        if (report?.Quarter is not (>= 1 and <= 4)) violations.Add(new("report.quarter", "must be 1 to 4."));
        if (violations.Count > 0) throw Problems.InvalidFields(violations);
    }
}
