using Google.Protobuf;
using Grpc.Core;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Adjustments;
using Suite.Tasks.Calendar;
using Suite.Tasks.Cases;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;
using Adjustment = Suite.Tasks.Adjustments.Adjustment;
using AdjustmentState = Suite.Tasks.Adjustments.AdjustmentState;
using CaseKind = Suite.Tasks.Cases.CaseKind;

namespace Suite.Tasks.Api;

sealed class AdjustmentApi(CaseViewerBook viewers, 
    AdjustmentDesk desk, AdjustmentQuery query, TaskQuery tasks, TasksDbContext db, CommandRunner<TasksDbContext> commands, CityTime time)
    : AdjustmentService.AdjustmentServiceBase
{
    public override Task<V1.Adjustment> CreateAdjustment(CreateAdjustmentRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(CreateAdjustment), () => desk.CreateAsync(
            ResourceNames.ReadTask(request.Parent, "parent"), request.Adjustment.ToDomain(), Act(context), context.CancellationToken));

    public override async Task<V1.Adjustment> GetAdjustment(GetAdjustmentRequest request, ServerCallContext context) =>
        (await query.GetAsync(NameOf(request.Name), await ViewerAsync(NameOf(request.Name).Task.Plan, context), context.CancellationToken)).ToMessage();

    public override async Task<ListAdjustmentsResponse> ListAdjustments(ListAdjustmentsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<CaseKey>(request, request.PageToken);
        var filter = new AdjustmentFilter(CaseParent.Read(request.Parent), Inputs.Only((AdjustmentState)request.State, "state"), Inputs.Id(request.Unit, "unit"));
        var found = await query.ListAsync(filter, await ViewerAsync(filter.Parent.Plan, context), after, size + 1, context.CancellationToken);
        if (found.Count == 0) await tasks.RequireAsync(filter.Parent, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, a => new CaseKey(a.TaskNumber, a.Number));
        return new() { Adjustments = { page.Select(a => a.ToMessage()) }, NextPageToken = next };
    }

    public override Task<V1.Adjustment> UpdateAdjustment(UpdateAdjustmentRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(UpdateAdjustment), () => desk.WriteAsync(
            NameOf(request.Adjustment?.Name ?? "", "adjustment.name"), request.Adjustment?.Etag ?? "", request.Adjustment.ToDomain(), Act(context), context.CancellationToken));

    public override Task<V1.Adjustment> SubmitAdjustment(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(SubmitAdjustment), () => desk.SubmitAsync(
            NameOf(request.Name), request.Etag, Act(context, request.Text), context.CancellationToken));

    public override Task<V1.Adjustment> CancelAdjustment(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(CancelAdjustment), () => desk.CancelAsync(
            NameOf(request.Name), request.Etag, Act(context, request.Text), context.CancellationToken));

    public override Task<V1.Adjustment> EndorseAdjustment(CaseStepRequest request, ServerCallContext context) =>
        PassAsync(context, request, nameof(EndorseAdjustment), required: false, (adjustment, act) => adjustment.Endorse(act));

    public override Task<V1.Adjustment> DeclineAdjustment(CaseStepRequest request, ServerCallContext context) =>
        PassAsync(context, request, nameof(DeclineAdjustment), required: true, (adjustment, act) => adjustment.Decline(act));

    public override Task<V1.Adjustment> ReturnAdjustment(CaseStepRequest request, ServerCallContext context) =>
        PassAsync(context, request, nameof(ReturnAdjustment), required: true, (adjustment, act) => adjustment.Return(act));

    public override Task<V1.Adjustment> ApproveAdjustment(ApproveAdjustmentRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(ApproveAdjustment), () => desk.ApproveAsync(
            NameOf(request.Name), request.Etag, CityTime.DayIn(request.EffectiveDate, "effective_date"), Act(context, Inputs.Reason(request.Reason)), context.CancellationToken));

    public override Task<V1.Adjustment> RefuseAdjustment(CaseStepRequest request, ServerCallContext context) =>
        RunAsync(context, request, request.RequestId, nameof(RefuseAdjustment), () => desk.RefuseAsync(
            NameOf(request.Name), request.Etag, Act(context, request.Text, required: true), context.CancellationToken));

    public override async Task<ListTaskVersionsResponse> ListTaskVersions(ListTaskVersionsRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<RevisionKey>(request, request.PageToken)?.Revision;
        var now = await tasks.GetAsync(ResourceNames.ReadTask(request.Parent, "parent"), Sight.Of(Access.Of(context)), context.CancellationToken);
        var past = await query.PastAsync(new(now.PlanId, now.Number), after, size + 1, context.CancellationToken);
        var all = past.Select(p => p.ToMessage(now)).ToList();
        if (past.Count <= size && now.Revision > (after ?? -1)) all.Add(now.ToVersion());
        var (page, next) = PageToken.Cut(request, all, size, v => new RevisionKey(v.Revision));
        return new() { Versions = { page }, NextPageToken = next };
    }

    Task<V1.Adjustment> PassAsync(ServerCallContext context, CaseStepRequest request, string action, bool required, Action<Adjustment, CaseAct> step) =>
        RunAsync(context, request, request.RequestId, action, () =>
        {
            var act = Act(context, request.Text, required);
            return desk.PassAsync(NameOf(request.Name), request.Etag, adjustment => step(adjustment, act), context.CancellationToken);
        });

    Task<V1.Adjustment> RunAsync(ServerCallContext context, IMessage request, string requestId, string action, Func<Task<Adjustment>> step) =>
        commands.RunAsync(context, request, requestId, async () =>
        {
            var adjustment = await step();
            commands.Audit(context, action, adjustment.Name.ToString(), new { kind = adjustment.Wanted.ToString(), state = adjustment.State.ToString() });
            await db.SaveChangesAsync(context.CancellationToken);
            return adjustment.ToMessage();
        });

    CaseAct Act(ServerCallContext context, string text = "", bool required = false) => CaseMessages.Act(context, time.Now, text, required);

    Task<CaseViewer> ViewerAsync(string plan, ServerCallContext context) => viewers.OfAsync(Access.Of(context), plan, context.CancellationToken);

    static CaseName NameOf(string name, string field = "name") => CaseName.Read(name, CaseKind.Adjustment, field);

    sealed record RevisionKey(int Revision);
}
