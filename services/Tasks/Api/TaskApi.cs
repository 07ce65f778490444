using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Assignments;
using Suite.Tasks.Finding;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using Light = Suite.Tasks.Progress.Light;
using TaskOrder = Suite.Tasks.Plans.TaskOrder;
using TaskState = Suite.Tasks.Plans.TaskState;

namespace Suite.Tasks.Api;

sealed class TaskApi(
    TaskQuery query, DueQuarters due, AssignmentQuery assignments, Acknowledgement acknowledgement, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : TaskService.TaskServiceBase
{
    const int MaxWords = 100;
    const int MaxSection = 100;

    public override async Task<V1.Task> GetTask(GetTaskRequest request, ServerCallContext context) =>
        (await query.GetAsync(ResourceNames.ReadTask(request.Name), Sight.Of(Access.Of(context)), context.CancellationToken)).ToMessage();

    public override async Task<ListTasksResponse> ListTasks(ListTasksRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<TaskKey>(request, request.PageToken);
        var filter = FilterOf(request);
        if (request.Overdue) filter = filter with { OverdueIn = (await due.OfAsync(filter.Plan, context.CancellationToken)).Over };
        var found = await query.ListAsync(filter, Sight.Of(Access.Of(context)), after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, TaskKey.Of);
        return new() { Tasks = { page.Select(t => t.ToMessage()) }, NextPageToken = next };
    }

    public override Task<V1.Task> AcknowledgeTask(AcknowledgeTaskRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var access = Access.Of(context);
            var task = await acknowledgement.AcknowledgeAsync(
                ResourceNames.ReadTask(request.Name), Inputs.UnitOf(access), Inputs.ActorOf(access), context.CancellationToken);
            commands.Audit(context, nameof(AcknowledgeTask), request.Name);
            await db.SaveChangesAsync(context.CancellationToken);
            return task.ToMessage();
        });

    public override async Task<ListAssignmentsResponse> ListAssignments(ListAssignmentsRequest request, ServerCallContext context)
    {
        var task = ResourceNames.ReadTask(request.Parent, "parent");
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<UnitKey>(request, request.PageToken)?.Unit ?? "";
        await query.GetAsync(task, Sight.Of(Access.Of(context)), context.CancellationToken);
        var found = await assignments.ListAsync(task, after, request.ShowWithdrawn, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, a => new UnitKey(a.UnitId));
        return new() { Assignments = { page.Select(a => a.ToMessage()) }, NextPageToken = next };
    }

    static TaskFilter FilterOf(ListTasksRequest request) => new(
        ResourceNames.ReadPlan(request.Parent, "parent"), Inputs.Id(request.Unit, "unit"), Inputs.Id(request.Leader, "leader"),
        request.Quarter == 0 ? null : Inputs.Quarter(request.Quarter, "quarter"),
        request.Light == V1.Light.Unspecified ? null
            : Enum.IsDefined((Light)request.Light) ? (Light)request.Light
            : throw Problems.InvalidField("light", "is no light."),
        request.Section.Length == 0 ? null : Inputs.Text(request.Section, "section", MaxSection),
        request.Q.Length == 0 ? null : Inputs.Text(request.Q, "q", MaxWords), request.ShowWithdrawn || request.State == V1.TaskState.Withdrawn)
    {
        State = Inputs.Only((TaskState)request.State, "state"), ChangedSince = Inputs.Time(request.ChangedSince, "changed_since"),
        Order = Inputs.Only((TaskOrder)request.Order, "order") ?? TaskOrder.Number,
    };

    sealed record UnitKey(string Unit);
}
