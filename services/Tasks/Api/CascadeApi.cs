using Google.Protobuf.Collections;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Cascade;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using AssignmentRole = Suite.Tasks.Assignments.AssignmentRole;
using CascadedPart = Suite.Tasks.Cascade.CascadedPart;

namespace Suite.Tasks.Api;

sealed class CascadeApi(
    CascadeDesk desk, SettlementDesk settlements, CascadeFindings findings, CascadeQuery query, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : CascadeService.CascadeServiceBase
{
    const int MostTasks = 1000;
    const int MostUnits = 20;

    public override Task<V1.Plan> CascadePlan(CascadePlanRequest request, ServerCallContext context)
    {
        var above = ResourceNames.ReadPlan(request.Name);
        var order = new CascadeOrder(above, Inputs.UnitOf(Access.Of(context)), PartsOf(request.Tasks, above), RolesOf(request.Roles), request.Etag);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var plan = await desk.CascadeAsync(order, Inputs.ActorOf(Access.Of(context)), context.CancellationToken);
            commands.Audit(context, nameof(CascadePlan), ResourceNames.Plan(plan.Id), new { from = request.Name, plan.TaskCount });
            await db.SaveChangesAsync(context.CancellationToken);
            return plan.ToMessage();
        });
    }

    public override async Task<ListCascadedTasksResponse> ListCascadedTasks(ListCascadedTasksRequest request, ServerCallContext context)
    {
        var (name, quarter) = (ResourceNames.ReadTask(request.Parent, "parent"), Inputs.Quarter(request.Quarter, "quarter"));
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<PlanIdKey>(request, request.PageToken)?.Plan ?? "";
        var seen = await query.OfAsync(name, quarter, Sight.Of(Access.Of(context)), context.CancellationToken);
        var rest = seen.Tasks.OrderBy(t => t.Task.PlanId, StringComparer.Ordinal).Where(t => string.CompareOrdinal(t.Task.PlanId, after) > 0).Take(size + 1).ToList();
        var (page, next) = PageToken.Cut(request, rest, size, t => new PlanIdKey(t.Task.PlanId));
        return new() { Tasks = { page.Select(t => t.ToMessage()) }, NextPageToken = next, Figures = { seen.Figures.Select(f => f.ToMessage(name)) } };
    }

    public override async Task<ListCascadeFindingsResponse> ListCascadeFindings(ListCascadeFindingsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<NumberKey>(request, request.PageToken)?.Number ?? 0;
        var found = await findings.ListAsync(ResourceNames.ReadPlan(request.Parent, "parent"), after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, f => new NumberKey(f.Task.Number));
        return new() { Findings = { page.Select(f => f.ToMessage()) }, NextPageToken = next };
    }

    public override Task<V1.Task> SettleCascadeFinding(SettleCascadeFindingRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var order = new CascadeDecision(ResourceNames.ReadTask(request.Name), request.Revision, request.Adopt, Inputs.Reason(request.Reason), request.Etag);
            var settled = await settlements.SettleAsync(order, Inputs.ActorOf(Access.Of(context)), context.CancellationToken);
            commands.Audit(context, nameof(SettleCascadeFinding), request.Name,
                new { from = settled.Task.CascadedFrom.ToString(), kind = settled.Kind.ToString(), request.Revision, request.Adopt, request.Reason });
            await db.SaveChangesAsync(context.CancellationToken);
            return settled.Task.ToMessage();
        });

    static List<CascadedPart> PartsOf(RepeatedField<V1.CascadedPart> parts, string above)
    {
        if (parts.Count > MostTasks) throw Problems.InvalidField("tasks", $"must be at most {MostTasks}.");
        var read = parts.Select((part, at) => PartOf(part, above, $"tasks[{at}]")).ToList();
        return read.DistinctBy(p => p.Number).Count() == read.Count ? read : throw Problems.InvalidField("tasks", "must name each task once.");
    }

    static CascadedPart PartOf(V1.CascadedPart part, string above, string field)
    {
        var task = ResourceNames.ReadTask(part.Task, $"{field}.task");
        if (task.Plan != above) throw Problems.InvalidField($"{field}.task", $"must be a task of {ResourceNames.Plan(above)}.");
        if (part.LeadUnits.Count > MostUnits) throw Problems.InvalidField($"{field}.lead_units", $"must be at most {MostUnits}.");
        var units = part.LeadUnits.Select(u => Inputs.Id(u, $"{field}.lead_units") ?? throw Problems.InvalidField($"{field}.lead_units", "must be units/{unit}."));
        return new(task.Number, [.. units.Distinct()]);
    }

    static List<AssignmentRole> RolesOf(RepeatedField<V1.AssignmentRole> roles) =>
        [.. roles.Select(r => Inputs.Only((AssignmentRole)r, "roles") ?? throw Problems.InvalidField("roles", "must be LEAD, SUPPORT or GROUP_MEMBER."))];

    sealed record PlanIdKey(string Plan);

    sealed record NumberKey(int Number);
}
