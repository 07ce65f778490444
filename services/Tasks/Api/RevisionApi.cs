using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.V1;
using ReportDifference = Suite.Tasks.Progress.ReportDifference;

namespace Suite.Tasks.Api;

sealed class RevisionApi(ProgressQuery query, TaskQuery tasks, ViewerBook viewers) : ReportRevisionService.ReportRevisionServiceBase
{
    public override async Task<V1.ReportRevision> GetReportRevision(GetReportRevisionRequest request, ServerCallContext context)
    {
        var name = ResourceNames.ReadRevision(request.Name);
        var (report, revisions) = await query.RevisionsAsync(name.Report, await viewers.OfAsync(Access.Of(context), name.Report.Task, context.CancellationToken), context.CancellationToken);
        var revision = revisions.SingleOrDefault(r => r.Number == name.Number) ?? throw Problems.NotFound("ReportRevision", request.Name);
        return revision.ToMessage(report, (await tasks.GetAsync(name.Report.Task, Sight.Issued, context.CancellationToken)).Content);
    }

    public override async Task<ListReportRevisionsResponse> ListReportRevisions(ListReportRevisionsRequest request, ServerCallContext context)
    {
        var name = ResourceNames.ReadReport(request.Parent, "parent");
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<RevisionKey>(request, request.PageToken)?.Number ?? 0;
        var (report, revisions) = await query.RevisionsAsync(name, await viewers.OfAsync(Access.Of(context), name.Task, context.CancellationToken), context.CancellationToken);
        var task = await tasks.GetAsync(name.Task, Sight.Issued, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, [.. revisions.Where(r => r.Number > after).Take(size + 1)], size, r => new RevisionKey(r.Number));
        return new() { Revisions = { page.Select(r => r.ToMessage(report, task.Content)) }, NextPageToken = next };
    }

    public override async Task<CompareReportRevisionsResponse> CompareReportRevisions(CompareReportRevisionsRequest request, ServerCallContext context)
    {
        var name = ResourceNames.ReadReport(request.Name);
        var (_, revisions) = await query.RevisionsAsync(name, await viewers.OfAsync(Access.Of(context), name.Task, context.CancellationToken), context.CancellationToken);
        var to = Numbered(revisions, request.To, "to") ?? revisions[^1];
        var from = Numbered(revisions, request.From, "from") ?? revisions.LastOrDefault(r => r.Number < to.Number);
        var task = await tasks.GetAsync(name.Task, Sight.Issued, context.CancellationToken);
        var differences = ReportDifference.Between(from?.Content ?? ReportContent.Empty, to.Content);
        return new() { From = from?.Number ?? 0, To = to.Number, Differences = { differences.Select(d => d.ToMessage(name.Task, task.Content)) } };
    }

    /// <summary>The revision with this number; null for 0.</summary>
    static Progress.ReportRevision? Numbered(IReadOnlyList<Progress.ReportRevision> revisions, int number, string field) =>
        number == 0 ? null
        : revisions.SingleOrDefault(r => r.Number == number) ?? throw Problems.InvalidField(field, $"must be one of the revisions {string.Join(", ", revisions.Select(r => r.Number))}.");

    sealed record RevisionKey(int Number);
}
