using Suite.Http;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Storage;
using Suite.Tasks.Assignments;
using Suite.Tasks.Evidence;
using Suite.Tasks.Naming;
using Suite.Tasks.Storage;
using Suite.Tasks.V1;

namespace Suite.Tasks.Api;

sealed class EvidenceApi(EvidenceDesk desk, EvidenceStore store, ViewerBook viewers, TasksDbContext db, CommandRunner<TasksDbContext> commands)
    : EvidenceService.EvidenceServiceBase
{
    public override Task<V1.Evidence> UploadEvidence(UploadEvidenceRequest request, ServerCallContext context)
    {
        var report = ResourceNames.ReadReport(request.Parent, "parent");
        var content = (request.Content ?? throw Problems.InvalidField("content", "must be given: the file's bytes.")).Data.Memory;
        // Before the transaction: looking at a file takes longer than keeping it.
        var found = FileLook.At(request.FileName, content, request.Sha256);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var access = Access.Of(context);
            var file = await desk.AddAsync(report, found, content, await viewers.OfAsync(access, report.Task, context.CancellationToken), Inputs.ActorOf(access), context.CancellationToken);
            commands.Audit(context, nameof(UploadEvidence), file.Name.ToString(), new { file.FileName, file.Sha256, file.Size });
            await db.SaveChangesAsync(context.CancellationToken);
            return ToMessage(file);
        });
    }

    public override async Task<ListEvidenceResponse> ListEvidence(ListEvidenceRequest request, ServerCallContext context)
    {
        if (request.Revision < 0) throw Problems.InvalidField("revision", "must be 0 or the number of a revision.");
        var report = ResourceNames.ReadReport(request.Parent, "parent");
        var viewer = await viewers.OfAsync(Access.Of(context), report.Task, context.CancellationToken);
        var files = await desk.ListAsync(report, request.Revision, viewer, context.CancellationToken);
        return new() { Evidence = { files.Select(ToMessage) } };
    }

    public override Task<Empty> DeleteEvidence(DeleteEvidenceRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var name = ResourceNames.ReadEvidence(request.Name);
            var viewer = await viewers.OfAsync(Access.Of(context), name.Report.Task, context.CancellationToken);
            var file = await desk.RemoveAsync(name, viewer, context.CancellationToken);
            commands.Audit(context, nameof(DeleteEvidence), request.Name, new { file.FileName, file.Sha256, kept = file.LastRevision is not null });
            await db.SaveChangesAsync(context.CancellationToken);
            return new Empty();
        });

    public override async Task<HttpBody> DownloadEvidence(DownloadEvidenceRequest request, ServerCallContext context)
    {
        var name = ResourceNames.ReadEvidence(request.Name);
        var viewer = await viewers.OfAsync(Access.Of(context), name.Report.Task, context.CancellationToken);
        var file = await desk.FindAsync(name, viewer, context.CancellationToken);
        await commands.RunAsync(context, request, requestId: "", () =>
        {
            commands.Audit(context, nameof(DownloadEvidence), request.Name, new { file.FileName, file.Sha256 });
            return Task.FromResult(new Empty());
        });
        await context.WriteResponseHeadersAsync([new("content-disposition", Attachment.Header(file.FileName)), new("x-content-type-options", "nosniff")]);
        if (!GrpcAnswer.IsAskedFor(context.GetHttpContext().Request)) return await SendAsync(file, context);
        using var whole = new MemoryStream(file.Size);
        await foreach (var chunk in store.ReadAsync(file.Id, context.CancellationToken)) whole.Write(chunk);
        return new() { ContentType = file.ContentType, Data = UnsafeByteOperations.UnsafeWrap(whole.GetBuffer().AsMemory(0, file.Size)) };
    }

    /// <summary>Over JSON the file goes out chunk by chunk; what is returned has been sent.</summary>
    async Task<HttpBody> SendAsync(EvidenceFile file, ServerCallContext context)
    {
        var response = context.GetHttpContext().Response;
        (response.ContentType, response.ContentLength) = (file.ContentType, file.Size);
        await foreach (var chunk in store.ReadAsync(file.Id, context.CancellationToken)) await response.Body.WriteAsync(chunk, context.CancellationToken);
        return new() { ContentType = file.ContentType };
    }

    static V1.Evidence ToMessage(EvidenceFile file) => new()
    {
        Name = file.Name.ToString(), FileName = file.FileName, ContentType = file.ContentType, Size = file.Size, Sha256 = file.Sha256, Actor = file.Account,
        ActorDisplayName = file.DisplayName, Time = file.Time.ToTimestamp(), FirstRevision = file.FirstRevision, LastRevision = file.LastRevision ?? 0,
    };
}
