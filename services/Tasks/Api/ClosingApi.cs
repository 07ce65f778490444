using Google.Protobuf;
using Grpc.Core;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Closing;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using CaseKind = Suite.Tasks.Cases.CaseKind;
using ClosingState = Suite.Tasks.Closing.ClosingState;

namespace Suite.Tasks.Api;

sealed class ClosingApi(CaseViewerBook viewers, ClosingDesk desk, ClosingQuery query, TaskQuery tasks, TasksDbContext db, CommandRunner<TasksDbContext> commands, CityTime time)
    : ClosingService.ClosingServiceBase
{
    public override Task<V1.Closing> CreateClosing(CreateClosingRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(CreateClosing), () => desk.CreateAsync(
            ResourceNames.ReadTask(request.Parent, "parent"), Act(context, request.Text, required: true), context.CancellationToken));

    public override async Task<V1.Closing> GetClosing(GetClosingRequest request, ServerCallContext context) =>
        (await query.GetAsync(NameOf(request.Name), await ViewerAsync(NameOf(request.Name).Task.Plan, context), context.CancellationToken)).ToMessage();

    public override async Task<ListClosingsResponse> ListClosings(ListClosingsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<CaseKey>(request, request.PageToken);
        var parent = CaseParent.Read(request.Parent);
        var found = await query.ListAsync(parent, Inputs.Only((ClosingState)request.State, "state"), Inputs.Id(request.Unit, "unit"),
            await ViewerAsync(parent.Plan, context), after, size + 1, context.CancellationToken);
        if (found.Count == 0) await tasks.RequireAsync(parent, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, c => new CaseKey(c.TaskNumber, c.Number));
        return new() { Closings = { page.Select(c => c.ToMessage()) }, NextPageToken = next };
    }

    public override Task<V1.Closing> CancelClosing(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(CancelClosing), () => desk.CancelAsync(
            NameOf(request.Name), request.Etag, Act(context, request.Text, required: false), context.CancellationToken));

    public override Task<V1.Closing> ApproveClosing(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(ApproveClosing), () => desk.ApproveAsync(
            NameOf(request.Name), request.Etag, Act(context, request.Text, required: true), context.CancellationToken));

    public override Task<V1.Closing> RefuseClosing(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(RefuseClosing), () => desk.RefuseAsync(
            NameOf(request.Name), request.Etag, Act(context, request.Text, required: true), context.CancellationToken));

    public override Task<V1.Task> CarryOverTask(CarryOverTaskRequest request, ServerCallContext context) =>
        TaskAsync(context, request, request.RequestId, nameof(CarryOverTask), request.Name, request.Reason, (name, act) =>
            desk.CarryOverAsync(name, ResourceNames.ReadTask(request.To, "to"), request.Etag, act, context.CancellationToken));

    public override Task<V1.Task> ReopenTask(ReopenTaskRequest request, ServerCallContext context) =>
        TaskAsync(context, request, request.RequestId, nameof(ReopenTask), request.Name, request.Reason, (name, act) =>
            desk.ReopenAsync(name, request.Etag, act, context.CancellationToken));

    Task<V1.Closing> RunAsync(ServerCallContext context, IMessage request, string requestId, string action, Func<Task<ClosingRequest>> step) =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            var closing = await step();
            commands.Audit(context, action, closing.Name.ToString(), new { unit = closing.UnitId, state = closing.State.ToString() });
            await db.SaveChangesAsync(context.CancellationToken);
            return closing.ToMessage();
        });

    Task<V1.Task> TaskAsync(
        ServerCallContext context, IMessage request, string requestId, string action, string name, string reason, Func<TaskName, CaseAct, Task<PlanTask>> step) =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            var task = await step(ResourceNames.ReadTask(name), Act(context, Inputs.Reason(reason), required: true));
            commands.Audit(context, action, name, new { reason, task.CarriedTo, state = task.State.ToString() });
            await db.SaveChangesAsync(context.CancellationToken);
            return task.ToMessage();
        });

    CaseAct Act(ServerCallContext context, string text, bool required) => CaseMessages.Act(context, time.Now, text, required);

    Task<CaseViewer> ViewerAsync(string plan, ServerCallContext context) => viewers.OfAsync(Access.Of(context), plan, context.CancellationToken);

    static CaseName NameOf(string name) => CaseName.Read(name, CaseKind.Closing);
}
