using Google.Protobuf;
using Grpc.Core;
using Suite.Http;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Export;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;

namespace Suite.Tasks.Api;

sealed class PlanApi(
    PlanImport import, PlanIssue issue, PlanQuery query, PlanExport export, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : PlanService.PlanServiceBase
{
    public override Task<ImportPlanResponse> ImportPlan(ImportPlanRequest request, ServerCallContext context) =>
        ImportAsync(request, (_, _, _) => Task.CompletedTask, context);

    public override async Task ImportPlanWithProgress(ImportPlanRequest request, IServerStreamWriter<ImportPlanProgress> responseStream, ServerCallContext context)
    {
        var response = await ImportAsync(request, (stage, done, total) =>
            responseStream.WriteAsync(new() { Stage = (V1.ImportStage)stage, Done = done, Total = total }, context.CancellationToken), context);
        await responseStream.WriteAsync(new() { Stage = V1.ImportStage.Done, Response = response }, context.CancellationToken);
    }

    async Task<ImportPlanResponse> ImportAsync(ImportPlanRequest request, ImportWatch watch, ServerCallContext context)
    {
        var bytes = DocumentOf(request);
        var draft = await import.ReadAsync(request.Plan, bytes, request.Document?.ContentType ?? "", CustomOf(request), watch, context.CancellationToken);
        if (request.DryRun) return draft.ToMessage(await import.TryAsync(draft, watch, context.CancellationToken));
        return await commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var outcome = await import.KeepAsync(draft, bytes, Access.Of(context).Caller.Account, watch, context.CancellationToken);
            if (!outcome.AlreadyImported)
                commands.Audit(context, nameof(ImportPlan), outcome.Edition?.Edition.Name.ToString() ?? ResourceNames.Plan(draft.PlanId),
                    new { draft.Facts.DocumentSha256, draft.Facts.TaskCount, LeadCustom = request.LeadCustom.ToString(), Changes = outcome.Edition?.Changes.Count });
            await db.SaveChangesAsync(context.CancellationToken);
            return draft.ToMessage(outcome);
        });
    }

    static bool? CustomOf(ImportPlanRequest request) => request.LeadCustom switch
    {
        LeadCustom.Unspecified => null,
        LeadCustom.FirstUnit => true,
        LeadCustom.AllUnits => false,
        _ => throw Problems.InvalidField("lead_custom", "is no custom."),
    };

    static ReadOnlyMemory<byte> DocumentOf(ImportPlanRequest request) => (request.Document, request.Content.IsEmpty) switch
    {
        (null, false) => request.Content.Memory,
        ({ } document, true) => document.Data.Memory,
        (null, true) => throw Problems.InvalidField("content", "must be given: the document's bytes."),
        _ => throw Problems.InvalidField("content", "must be left out where document is given."),
    };

    public override async Task<V1.Plan> GetPlan(GetPlanRequest request, ServerCallContext context) =>
        (await query.GetAsync(ResourceNames.ReadPlan(request.Name), Sight.Of(Access.Of(context)), context.CancellationToken)).ToMessage();

    public override async Task<ListPlansResponse> ListPlans(ListPlansRequest request, ServerCallContext context)
    {
        var size = PageToken.Size(request.PageSize);
        var after = PageToken.Read<PlanKey>(request, request.PageToken);
        var found = await query.ListAsync(after, new(Inputs.Id(request.Jurisdiction, "jurisdiction"), request.CascadedFrom.Length == 0 ? null : ResourceNames.ReadPlan(request.CascadedFrom, "cascaded_from")),
            Sight.Of(Access.Of(context)), size + 1, context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, p => new PlanKey(p.Year, p.Id));
        return new() { Plans = { page.Select(p => p.ToMessage()) }, NextPageToken = next };
    }

    public override Task<V1.Plan> IssuePlan(IssuePlanRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var plan = await issue.IssueAsync(ResourceNames.ReadPlan(request.Name), request.Etag, context.CancellationToken);
            commands.Audit(context, nameof(IssuePlan), request.Name, new { plan.TaskCount, plan.AssignmentCount });
            await db.SaveChangesAsync(context.CancellationToken);
            return plan.ToMessage();
        });

    public override async Task<HttpBody> ExportPlan(ExportPlanRequest request, ServerCallContext context)
    {
        var (id, format) = (ResourceNames.ReadPlan(request.Name), request.Format.ToDomain());
        var file = await export.WriteAsync(id, Sight.Of(Access.Of(context)), format, context.CancellationToken);
        var body = await commands.RunAsync(context, request, requestId: "", () =>
        {
            commands.Audit(context, nameof(ExportPlan), request.Name, new { file.Name, file.TaskCount, Bytes = file.Bytes.Length });
            return Task.FromResult(new HttpBody { ContentType = format.ContentType, Data = UnsafeByteOperations.UnsafeWrap(file.Bytes) });
        });
        await context.WriteResponseHeadersAsync([new("content-disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}")]);
        return body;
    }
}
