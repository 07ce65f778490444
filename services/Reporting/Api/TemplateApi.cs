using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Http;
using Suite.Reporting.Documents;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.Reporting.Templates;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;

namespace Suite.Reporting.Api;

/// <summary>The gRPC door to the templates.</summary>
public sealed class TemplateApi(TemplateShelf shelf, ReportingDbContext db, ReportingOptions options, CommandRunner<ReportingDbContext> commands)
    : TemplateService.TemplateServiceBase
{
    const string BuiltIn = "builtin";

    public override Task<Template> CreateTemplate(CreateTemplateRequest request, ServerCallContext context)
    {
        var kind = (PaperKind)(int)request.Kind;
        var language = request.Language.Length > 0 ? request.Language : options.Language;
        if (!System.Enum.IsDefined(kind)) throw Problems.InvalidField("kind", "must be one of the kinds, e.g. REPORT_KIND_BULLETIN.");
        if (!ReportInputs.IsLanguage(language)) throw Problems.InvalidField("language", "must be zh-CN or en.");
        if (request.Content.IsEmpty) throw Problems.InvalidField("content", "must be given: the .docx file.");
        if (request.Content.Length > TemplateGuard.LargestFile) throw Problems.TooLarge("content", TemplateGuard.LargestFile);
        var content = request.Content.ToByteArray();
        TemplateShelf.Check(content);
        if (request.ValidateOnly) return Task.FromResult(new Template { Kind = request.Kind, Language = language, Sha256 = ReportBinder.HashOf(content) });
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var template = await shelf.KeepAsync(kind, language, content, Access.Of(context).Caller.Account, context.CancellationToken);
            commands.Audit(context, nameof(CreateTemplate), $"reportTemplates/{template.Id}", new { template.Sha256 });
            return Of(template);
        });
    }

    public override async Task<Template> GetTemplate(GetTemplateRequest request, ServerCallContext context) => Of(await FindAsync(request.Name, context.CancellationToken));

    public override async Task<ListTemplatesResponse> ListTemplates(ListTemplatesRequest request, ServerCallContext context)
    {
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Place>(request, request.PageToken)?.Skip ?? 0);
        var found = await db.Templates.AsNoTracking().OrderByDescending(t => t.CreateTime).ThenByDescending(t => t.Id).Skip(after).Take(size + 1)
            .Select(t => new TemplateRecord
            {
                Id = t.Id, Kind = t.Kind, Language = t.Language, Version = t.Version, InUse = t.InUse, Content = Array.Empty<byte>(), Sha256 = t.Sha256, Creator = t.Creator, CreateTime = t.CreateTime,
            }).ToListAsync(context.CancellationToken);
        var (items, next) = PageToken.Cut(request, found, size, _ => new Place(after + size));
        return new() { Templates = { items.Select(Of) }, NextPageToken = next };
    }

    public override async Task<HttpBody> DownloadTemplate(DownloadTemplateRequest request, ServerCallContext context)
    {
        var content = IdOf(request.Name) == BuiltIn ? BuiltInTemplate.Content : (await FindAsync(request.Name, context.CancellationToken)).Content;
        await context.WriteResponseHeadersAsync([new("content-disposition", $"attachment; filename=\"{IdOf(request.Name)}.docx\"")]);
        return new() { ContentType = DocxWriter.ContentType, Data = UnsafeByteOperations.UnsafeWrap(content) };
    }

    public override Task<Template> SetTemplateUse(SetTemplateUseRequest request, ServerCallContext context) =>
        commands.RunAsync(context, request, request.RequestId, async () =>
        {
            var template = await FindAsync(request.Name, context.CancellationToken);
            template.InUse = request.InUse;
            commands.Audit(context, nameof(SetTemplateUse), request.Name, new { template.InUse });
            return Of(template);
        });

    public override Task<ListTemplateFieldsResponse> ListTemplateFields(ListTemplateFieldsRequest request, ServerCallContext context) => Task.FromResult(
        new ListTemplateFieldsResponse
        {
            Fields =
            {
                TemplateFields.All.Select(f => new V1.TemplateField
                {
                    Tag = f.Tag, Kind = (V1.TemplateField.Types.Kind)(int)f.Kind, Loop = f.Loop, Description = f.Description,
                }),
            },
        });

    async Task<TemplateRecord> FindAsync(string name, CancellationToken cancellation)
    {
        var id = IdOf(name);
        return await db.Templates.SingleOrDefaultAsync(t => t.Id == id, cancellation) ?? throw Problems.NotFound("template", name);
    }

    static string IdOf(string name) => ReportNames.IsOf("reportTemplates", name) ? name[(name.IndexOf('/') + 1)..] : throw Problems.NotFound("template", name);

    static Template Of(TemplateRecord template) => new()
    {
        Name = $"reportTemplates/{template.Id}", Kind = (ReportKind)(int)template.Kind, Language = template.Language, Version = template.Version, InUse = template.InUse,
        Sha256 = template.Sha256, Creator = template.Creator, CreateTime = template.CreateTime.ToTimestamp(),
    };

    sealed record Place(int Skip);
}
