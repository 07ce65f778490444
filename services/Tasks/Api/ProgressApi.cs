using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Assignments;
using Suite.Tasks.Naming;
using Suite.Tasks.Obligations;
using Suite.Tasks.Plans;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using Light = Suite.Tasks.Progress.Light;
using ProgressReport = Suite.Tasks.Progress.ProgressReport;

namespace Suite.Tasks.Api;

sealed class ProgressApi(
    ProgressDesk desk, ProgressQuery query, TaskQuery tasks, ReportStandings standings, AdjustmentQuery adjustments, SameFigures same,
    ViewerBook viewers, ReportAnswers answers, CommandRunner<TasksDbContext> commands)
    : ProgressService.ProgressServiceBase
{
    static readonly Dictionary<string, string> StepWords = new()
    {
        [nameof(ReopenProgressReport)] = "be reopened", [nameof(ApproveProgressReport)] = "be approved", [nameof(SubmitProgressReport)] = "be submitted",
        [nameof(ReturnProgressReport)] = "be returned", [nameof(AcceptProgressReport)] = "be accepted",
    };

    public override Task<V1.ProgressReport> CreateProgressReport(CreateProgressReportRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var access = Access.Of(context);
            var entered = request.Report ?? throw Problems.InvalidField("report", "must be given.");
            var task = ResourceNames.ReadTask(request.Parent, "parent");
            var name = new ReportName(task, Inputs.UnitOf(access), ReportInputs.Period(entered));
            var report = await desk.OpenAsync(name, Inputs.Content(entered, task), Inputs.ActorOf(access), context.CancellationToken);
            Audit(report, nameof(CreateProgressReport), context);
            return await answers.SaveAsync(report, context.CancellationToken);
        });

    public override async Task<V1.ProgressReport> GetProgressReport(GetProgressReportRequest request, ServerCallContext context)
    {
        var name = ResourceNames.ReadReport(request.Name);
        var viewer = await viewers.OfAsync(Access.Of(context), name.Task, context.CancellationToken);
        var seen = await query.GetAsync(name, viewer, context.CancellationToken);
        var standing = await standings.OfTaskAsync(name.Task, context.CancellationToken);
        var task = (await tasks.GetAsync(name.Task, Sight.Issued, context.CancellationToken)).Content;
        var message = seen.ToMessage(task, standing(name));
        if (viewer.IsReviewing(name)) message.Warned(name, await same.ContradictionsAsync(name, seen.Report.Role, task, seen.Content, context.CancellationToken));
        return message.With(await adjustments.InForceAsync(name.Task, context.CancellationToken));
    }

    public override async Task<ListProgressReportsResponse> ListProgressReports(ListProgressReportsRequest request, ServerCallContext context)
    {
        var access = Access.Of(context);
        var name = ResourceNames.ReadTask(request.Parent, "parent");
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<ReportKey>(request, request.PageToken);
        var task = await tasks.GetAsync(name, Sight.Of(access), context.CancellationToken);
        var found = await query.ListAsync(name, await viewers.OfAsync(access, name, context.CancellationToken), after, size + 1, context.CancellationToken);
        var standing = await standings.OfTaskAsync(name, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, s => new ReportKey(s.Report.PeriodCode, s.Report.UnitId));
        var adjusted = await adjustments.InForceAsync(name, context.CancellationToken);
        return new() { Reports = { page.Select(s => s.ToMessage(task.Content, standing(s.Report.Name)).With(adjusted)) }, NextPageToken = next };
    }

    public override Task<V1.ProgressReport> UpdateProgressReport(UpdateProgressReportRequest request, ServerCallContext context)
    {
        var message = request.Report ?? throw Problems.InvalidField("report", "must be given.");
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var (report, by) = (await TakeAsync(message.Name, message.Etag, "be changed", context), Inputs.ActorOf(Access.Of(context)));
            var before = (report.Newest.Number, report.Newest.Account);
            var changed = await desk.ReviseAsync(report, ReportMask.Apply(report, message, request.UpdateMask), by, context.CancellationToken);
            // An editor who saves again and again is one line of the audit, until somebody else writes or the revision is fixed.
            if (changed && before != (report.Newest.Number, by.Account)) Audit(report, nameof(UpdateProgressReport), context);
            return await answers.SaveAsync(report, context.CancellationToken);
        });
    }

    public override Task<V1.ProgressReport> ReopenProgressReport(ProgressStepRequest request, ServerCallContext context) =>
        StepAsync(context, request, nameof(ReopenProgressReport), (report, by) => desk.Reopen(report, Inputs.Comment(request.Comment), by));

    public override Task<V1.ProgressReport> ApproveProgressReport(ProgressStepRequest request, ServerCallContext context) =>
        StepAsync(context, request, nameof(ApproveProgressReport), (report, by) => desk.ApproveAsync(report, Inputs.Comment(request.Comment), by, context.CancellationToken));

    public override Task<V1.ProgressReport> SubmitProgressReport(ProgressStepRequest request, ServerCallContext context) =>
        StepAsync(context, request, nameof(SubmitProgressReport), (report, by) => desk.SubmitAsync(report, Inputs.Comment(request.Comment), by, context.CancellationToken));

    public override Task<V1.ProgressReport> ReturnProgressReport(ProgressStepRequest request, ServerCallContext context) =>
        StepAsync(context, request, nameof(ReturnProgressReport), (report, by) => desk.ReturnAsync(report, Inputs.Comment(request.Comment), by, context.CancellationToken));

    public override Task<V1.ProgressReport> AcceptProgressReport(AcceptProgressReportRequest request, ServerCallContext context) =>
        StepAsync(context, request, request.Name, request.Etag, request.RequestId, nameof(AcceptProgressReport), report => desk.AcceptAsync(
            report, LightOf(request.Light), Inputs.Comment(request.Comment), Inputs.ActorOf(Access.Of(context)), context.CancellationToken));

    Task<V1.ProgressReport> StepAsync(ServerCallContext context, ProgressStepRequest request, string action, Func<ProgressReport, Actor, Task> step) =>
        StepAsync(context, request, request.Name, request.Etag, request.RequestId, action, report => step(report, Inputs.ActorOf(Access.Of(context))));

    Task<V1.ProgressReport> StepAsync(ServerCallContext context, ProgressStepRequest request, string action, Action<ProgressReport, Actor> step) =>
        StepAsync(context, request, action, (report, by) =>
        {
            step(report, by);
            return Task.CompletedTask;
        });

    Task<V1.ProgressReport> StepAsync(
        ServerCallContext context, Google.Protobuf.IMessage request, string name, string etag, string requestId, string action, Func<ProgressReport, Task> step) =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            var report = await TakeAsync(name, etag, StepWords[action], context, review: action is nameof(AcceptProgressReport) or nameof(ReturnProgressReport));
            await step(report);
            Audit(report, action, context);
            return await answers.SaveAsync(report, context.CancellationToken);
        });

    async Task<ProgressReport> TakeAsync(string name, string etag, string step, ServerCallContext context, bool review = false)
    {
        var report = ResourceNames.ReadReport(name);
        var viewer = await viewers.OfAsync(Access.Of(context), report.Task, context.CancellationToken);
        return review
            ? await desk.TakeForReviewAsync(report, etag, viewer, step, context.CancellationToken)
            : await desk.TakeAsync(report, etag, viewer, step, context.CancellationToken);
    }

    void Audit(ProgressReport report, string action, ServerCallContext context) =>
        commands.Audit(context, action, report.Name.ToString(), new { revision = report.Revisions.Count, state = report.State.ToString() });

    static Light? LightOf(V1.Light light) =>
        light == V1.Light.Unspecified ? null : Enum.IsDefined((Light)light) ? (Light)light : throw Problems.InvalidField("light", "is no light.");
}
