using Google.Protobuf;
using Grpc.Core;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Editions;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using ChangeKind = Suite.Tasks.Editions.ChangeKind;
using ChangeState = Suite.Tasks.Editions.ChangeState;
using PlanChange = Suite.Tasks.V1.PlanChange;
using PlanEdition = Suite.Tasks.V1.PlanEdition;
using TaskField = Suite.Tasks.Editions.TaskField;

namespace Suite.Tasks.Api;

sealed class EditionApi(EditionQuery query, EditionDesk desk, TasksDbContext db, CommandRunner<TasksDbContext> commands) : EditionService.EditionServiceBase
{
    public override async Task<PlanEdition> GetPlanEdition(GetPlanEditionRequest request, ServerCallContext context) =>
        (await query.GetAsync(ResourceNames.ReadEdition(request.Name), context.CancellationToken)).ToMessage();

    public override async Task<ListPlanEditionsResponse> ListPlanEditions(ListPlanEditionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var before = PageToken.Read<NumberKey>(request, request.PageToken)?.Number;
        var found = await query.ListAsync(ResourceNames.ReadPlan(request.Parent, "parent"), before, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, e => new NumberKey(e.Number));
        return new() { Editions = { page.Select(e => e.ToMessage()) }, NextPageToken = next };
    }

    public override async Task<ListPlanChangesResponse> ListPlanChanges(ListPlanChangesRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<NumberKey>(request, request.PageToken)?.Number ?? 0;
        var filter = new ChangeFilter(ResourceNames.ReadEdition(request.Parent, "parent"),
            Inputs.Only((ChangeState)request.State, "state"), Inputs.Only((ChangeKind)request.Kind, "kind"), Inputs.Only((TaskField)request.Field, "field"));
        var found = await query.ListChangesAsync(filter, after, size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, c => new NumberKey(c.Number));
        return new() { Changes = { page.Select(c => c.ToMessage()) }, NextPageToken = next };
    }

    public override async Task<PlanChange> GetPlanChange(GetPlanChangeRequest request, ServerCallContext context) =>
        (await query.GetChangeAsync(ResourceNames.ReadChange(request.Name), context.CancellationToken)).ToMessage();

    public override Task<PlanChange> AcceptPlanChange(DecidePlanChangeRequest request, ServerCallContext context) =>
        DecideAsync(context, request, request.RequestId, nameof(AcceptPlanChange), request.Name, request.Reason, decided => decided.ToMessage(), (reason, by) =>
            desk.AcceptAsync(ResourceNames.ReadChange(request.Name), request.Etag, reason, by, context.CancellationToken));

    public override Task<PlanChange> RejectPlanChange(DecidePlanChangeRequest request, ServerCallContext context) =>
        DecideAsync(context, request, request.RequestId, nameof(RejectPlanChange), request.Name, request.Reason, decided => decided.ToMessage(), (reason, by) =>
            desk.RejectAsync(ResourceNames.ReadChange(request.Name), request.Etag, reason, by, context.CancellationToken));

    public override Task<PlanEdition> AcceptPlanEdition(DecidePlanEditionRequest request, ServerCallContext context) =>
        DecideAsync(context, request, request.RequestId, nameof(AcceptPlanEdition), request.Name, request.Reason, decided => decided.ToMessage(), (reason, by) =>
            desk.AcceptAllAsync(ResourceNames.ReadEdition(request.Name), request.Etag, reason, by, context.CancellationToken));

    public override Task<PlanEdition> RejectPlanEdition(DecidePlanEditionRequest request, ServerCallContext context) =>
        DecideAsync(context, request, request.RequestId, nameof(RejectPlanEdition), request.Name, request.Reason, decided => decided.ToMessage(), (reason, by) =>
            desk.RejectAllAsync(ResourceNames.ReadEdition(request.Name), request.Etag, reason, by, context.CancellationToken));

    Task<TResponse> DecideAsync<TDecided, TResponse>(
        ServerCallContext context, IMessage request, string requestId, string method, string name, string reason,
        Func<TDecided, TResponse> toMessage, Func<string, Actor, Task<TDecided>> decide)
        where TResponse : class, IMessage<TResponse>, new() =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            var decided = await decide(Inputs.Reason(reason), Inputs.ActorOf(Access.Of(context)));
            commands.Audit(context, method, name, new { reason });
            await db.SaveChangesAsync(context.CancellationToken);
            return toMessage(decided);
        });

    sealed record NumberKey(int Number);
}
