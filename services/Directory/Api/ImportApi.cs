using Google.Protobuf;
using Grpc.Core;
using Suite.Directory.Import;
using Suite.Directory.Keys;
using Suite.Directory.V1;
using Suite.Http;
using Suite.ServiceDefaults.Errors;
using Suite.TableFiles;
using TableContent = Suite.Directory.Import.TableContent;

namespace Suite.Directory.Api;

public sealed class ImportApi(ImportDesk desk, DirectoryExport export, TokenSettings settings, CityCalendar calendar) : ImportService.ImportServiceBase
{
    static readonly TableContent[] Bodies = [TableContent.Units, TableContent.Groups, TableContent.People];

    public override Task<ImportDirectoryResponse> ImportDirectory(ImportDirectoryRequest request, ServerCallContext context) =>
        desk.DirectoryAsync(request, Asked(request.Content, Bodies, "content"), context);

    public override Task<ImportAccountsResponse> ImportAccounts(ImportAccountsRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        return desk.AccountsAsync(request, context);
    }

    public override async Task<HttpBody> ExportDirectory(ExportDirectoryRequest request, ServerCallContext context)
    {
        var day = calendar.DayIn(request.AsOf, "as_of");
        var contents = Asked(request.Content, Bodies, "content");
        CheckFormat(request.Format, contents);
        var sheets = new List<WrittenSheet>();
        foreach (var content in contents) sheets.Add(await export.SheetAsync(content, day, context.CancellationToken));
        return await AnswerAsync(sheets, request.Format, $"directory-{CityCalendar.Text(day)}", context);
    }

    public override async Task<HttpBody> ExportAccounts(ExportAccountsRequest request, ServerCallContext context)
    {
        settings.CheckOwn();
        CheckFormat(request.Format, [TableContent.Accounts]);
        return await AnswerAsync([await export.SheetAsync(TableContent.Accounts, calendar.Today, context.CancellationToken)], request.Format, "accounts", context);
    }

    public override Task<HttpBody> GetImportTemplate(GetImportTemplateRequest request, ServerCallContext context)
    {
        var contents = Asked(request.Content, [.. Bodies, TableContent.Accounts], "content");
        CheckFormat(request.Format, contents);
        var sheets = DirectoryExport.Template(contents);
        return AnswerAsync(request.Format == TableFormat.Csv ? [sheets[0]] : sheets, request.Format, "template", context);
    }

    static async Task<HttpBody> AnswerAsync(IReadOnlyList<WrittenSheet> sheets, TableFormat format, string name, ServerCallContext context)
    {
        var csv = format == TableFormat.Csv;
        await context.WriteResponseHeadersAsync([new("content-disposition", $"attachment; filename={name}.{(csv ? "csv" : "xlsx")}")]);
        return new()
        {
            ContentType = csv ? SeparatedWriter.ContentType : WorkbookWriter.ContentType,
            Data = UnsafeByteOperations.UnsafeWrap(csv ? SeparatedWriter.Write(sheets[0].Rows) : WorkbookWriter.Write(sheets)),
        };
    }

    static void CheckFormat(TableFormat format, IReadOnlyList<TableContent> contents)
    {
        if (!System.Enum.IsDefined(format)) throw Problems.InvalidField("format", "must be a value of TableFormat.");
        if (format == TableFormat.Csv && contents.Count > 1) throw Problems.InvalidField("content", "must be given for CSV, which holds one table.");
    }

    static TableContent[] Asked(V1.TableContent content, TableContent[] possible, string field) =>
        content == V1.TableContent.Unspecified ? possible
        : possible.Contains((TableContent)content) ? [(TableContent)content]
        : throw Problems.InvalidField(field, $"must be {string.Join(", ", possible)} or nothing.");
}
