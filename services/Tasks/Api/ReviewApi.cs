using System.Globalization;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using ProgressReport = Suite.Tasks.Progress.ProgressReport;

namespace Suite.Tasks.Api;

sealed class ReviewApi(ReviewDesk reviews, ProgressDesk desk, CommandRunner<TasksDbContext> commands) : ReviewService.ReviewServiceBase
{
    const int MaxItems = 200;

    public override Task<BatchReviewResponse> BatchAcceptReports(BatchReviewRequest request, ServerCallContext context) =>
        RunAsync(request, context, nameof(BatchAcceptReports), (report, order, by) => desk.AcceptAsync(report, order.Light, order.Comment, by, context.CancellationToken));

    public override Task<BatchReviewResponse> BatchReturnReports(BatchReviewRequest request, ServerCallContext context) =>
        RunAsync(request, context, nameof(BatchReturnReports), (report, order, by) => desk.ReturnAsync(report, order.Comment, by, context.CancellationToken));

    Task<BatchReviewResponse> RunAsync(BatchReviewRequest request, ServerCallContext context, string action, Func<ProgressReport, ReviewOrder, Actor, Task> review)
    {
        var orders = Orders(request);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var access = Access.Of(context);
            var by = Inputs.ActorOf(access);
            var results = await reviews.RunAsync(orders, (report, order) => review(report, order, by),
                report => commands.Audit(context, action, report.Name.ToString(), new { revision = report.Revisions.Count, state = report.State.ToString() }),
                Viewer.Of(access, office: true), context.CancellationToken);
            return new BatchReviewResponse { Outcomes = { results.Select(ToMessage) }, Done = results.Count(r => r.Report is not null) };
        });
    }

    static List<ReviewOrder> Orders(BatchReviewRequest request)
    {
        var plan = ResourceNames.ReadPlan(request.Parent, "parent");
        if (request.Items.Count is 0 or > MaxItems) throw Problems.InvalidField("items", $"must be 1 to {MaxItems}; there are {request.Items.Count}.");
        var orders = request.Items.Select((item, index) => Order(item, request.Comment, plan, string.Create(CultureInfo.InvariantCulture, $"items[{index}]"))).ToList();
        var doubled = orders.GroupBy(o => o.Name).FirstOrDefault(g => g.Count() > 1);
        return doubled is null ? orders : throw Problems.InvalidField("items", $"name {doubled.Key} more than once.");
    }

    static ReviewOrder Order(ReviewItem item, string comment, string plan, string field)
    {
        var name = ResourceNames.ReadReport(item.Name, $"{field}.name");
        if (name.Task.Plan != plan) throw Problems.InvalidField($"{field}.name", $"must be a report of {ResourceNames.Plan(plan)}.");
        return new(name, item.Etag, Inputs.Only(item.Light, $"{field}.light") is { } light ? (Progress.Light)light : null,
            Inputs.Comment(item.Comment.Length > 0 ? item.Comment : comment));
    }

    static ReviewOutcome ToMessage(ReviewResult result) => result.Report is { } report
        ? new() { Name = report.Name.ToString(), Done = true, State = (V1.ProgressState)report.State, Etag = report.Etag, Light = TaskMessages.ToMessage(report.Light) }
        : new() { Name = result.Order.Name.ToString(), Reason = RpcProblem.ReasonName(result.Refusal!.Reason), Message = result.Refusal.Message };
}
