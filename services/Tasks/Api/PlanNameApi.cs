using Grpc.Core;
using Suite.Auth.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using NameCertainty = Suite.Tasks.Naming.NameCertainty;
using NameKind = Suite.Tasks.Naming.NameKind;
using PlanName = Suite.Tasks.V1.PlanName;

namespace Suite.Tasks.Api;

sealed class PlanNameApi(NameRegister register, NameDesk desk, TasksDbContext db, CommandRunner<TasksDbContext> commands) : PlanNameService.PlanNameServiceBase
{
    public override async Task<ListPlanNamesResponse> ListPlanNames(ListPlanNamesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<NameKey>(request, request.PageToken);
        var filter = new NameFilter(ResourceNames.ReadPlan(request.Parent, "parent"), Inputs.Only((NameCertainty)request.Certainty, "certainty"),
            Inputs.Only((NameKind)request.Kind, "kind"), request.Open);
        var found = await register.ListAsync(filter, after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, n => new NameKey(n.Kind, n.Text));
        return new() { Names = { page.Select(n => n.ToMessage()) }, NextPageToken = next };
    }

    public override async Task<PlanName> GetPlanName(GetPlanNameRequest request, ServerCallContext context) =>
        (await register.GetAsync(ResourceNames.ReadName(request.Name), context.CancellationToken)).ToMessage();

    public override Task<SettlePlanNameResponse> SettlePlanName(SettlePlanNameRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            if (request.Leave == request.Resource.Length > 0) throw Problems.InvalidField("resource", "must be given, or leave must be true; one of them.");
            // The directory is the city's: it learns from the city's office, not from a unit that settles its own plan.
            var done = await desk.SettleAsync(ResourceNames.ReadName(request.Name), request.Leave ? null : request.Resource,
                learn: !request.OnlyHere && Access.Of(context).Scopes.Contains(Scope.Any),
                request.Etag, Inputs.Reason(request.Reason), Inputs.ActorOf(Access.Of(context)), context.CancellationToken);
            commands.Audit(context, nameof(SettlePlanName), request.Name, new { done.Name.Text, done.Name.SettledAs, request.Reason, done.Learned });
            await db.SaveChangesAsync(context.CancellationToken);
            return new SettlePlanNameResponse { Name = done.Name.ToMessage(), ResolvedTasks = done.Tasks, Learned = done.Learned };
        });
}
