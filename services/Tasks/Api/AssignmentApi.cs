using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Assignments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using AssignmentService = Suite.Tasks.V1.AssignmentService;

namespace Suite.Tasks.Api;

sealed class AssignmentApi(RollupQuery rollups, HandoverQuery handovers, HandoverDesk desk, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : AssignmentService.AssignmentServiceBase
{
    const int MostUnits = 20;

    public override async Task<V1.TaskRollup> GetTaskRollup(GetTaskRollupRequest request, ServerCallContext context)
    {
        var (task, quarter) = (ResourceNames.ReadTask(request.Task, "task"), Inputs.Quarter(request.Quarter, "quarter"));
        return (await rollups.OfAsync(task, quarter, Access.Of(context), context.CancellationToken)).ToMessage(task, quarter);
    }

    public override async Task<ListHandoversResponse> ListHandovers(ListHandoversRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<AssignmentKey>(request, request.PageToken);
        var found = await handovers.ListAsync(ResourceNames.ReadPlan(request.Parent, "parent"), after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, h => new AssignmentKey(h.Assignment.TaskNumber, h.Assignment.UnitId));
        return new() { Handovers = { page.Select(h => h.ToMessage()) }, NextPageToken = next };
    }

    public override Task<HandOverAssignmentResponse> HandOverAssignment(HandOverAssignmentRequest request, ServerCallContext context)
    {
        var order = OrderIn(request);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var taken = await desk.HandOverAsync(order, Inputs.ActorOf(Access.Of(context)), context.CancellationToken);
            commands.Audit(context, nameof(HandOverAssignment), order.Name, new { to = request.Units, order.FromDate, order.Reason });
            await db.SaveChangesAsync(context.CancellationToken);
            return new HandOverAssignmentResponse { Assignments = { taken.Select(a => a.ToMessage()) } };
        });
    }

    static HandoverOrder OrderIn(HandOverAssignmentRequest request)
    {
        var (task, unit) = ResourceNames.ReadAssignment(request.Name);
        if (request.Units.Count is < 1 or > MostUnits) throw Problems.InvalidField("units", $"must hold 1 to {MostUnits} units.");
        var to = request.Units.Select((name, at) => Inputs.Id(name, $"units[{at}]") ?? throw Problems.InvalidField($"units[{at}]", "must be units/{unit}.")).ToList();
        if (to.Distinct().Count() < to.Count) throw Problems.InvalidField("units", "must name each unit once.");
        return new(task, unit, to, CityTime.DayIn(request.FromDate, "from_date"), Inputs.Reason(request.Reason), request.Etag);
    }
}
