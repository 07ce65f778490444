using Google.Protobuf;
using Grpc.Core;
using Suite.Directory.Import;
using Suite.Directory.Storage;
using Suite.Directory.V1;
using Suite.Errors.V1;
using Suite.Http;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Storage;
using TableContent = Suite.Directory.Import.TableContent;

namespace Suite.Directory.Api;

/// <summary>Runs imports: a file wholly or not at all, in one transaction, noted in the audit.</summary>
public sealed class ImportDesk(
    UnitImport units, GroupImport groups, PeopleImport people, AccountImport accounts, CityCalendar calendar, CommandRunner<DirectoryDbContext> commands)
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    const int LongestFileName = 200;
    const int MostViolations = 100;

    public Task<ImportDirectoryResponse> DirectoryAsync(ImportDirectoryRequest request, TableContent[] asked, ServerCallContext context)
    {
        var day = calendar.DayIn(request.EffectiveDate, "effective_date");
        var file = Read(request.File, request.Data, request.FileName, asked);
        return RunAsync(WithoutFile(request, file), request.RequestId, request.DryRun, context, async cancellation =>
        {
            var (run, tables) = (RunOf(file, day, context, cancellation), TablesOf(file));
            await units.RunAsync(Of(tables, TableContent.Units), run);
            await groups.RunAsync(Of(tables, TableContent.Groups), run);
            await people.RunAsync(Of(tables, TableContent.People), run);
            Finish(file, request.DryRun, nameof(ImportApi.ImportDirectory), "directory", request.FileName, tables, context);
            return new ImportDirectoryResponse
            {
                DryRun = request.DryRun, FileSha256 = file.Sha256, Tables = { tables.Select(ImportWire.Of) }, Findings = { file.Findings.Found.Select(ImportWire.Of) },
            };
        });
    }

    public Task<ImportAccountsResponse> AccountsAsync(ImportAccountsRequest request, ServerCallContext context)
    {
        var file = Read(request.File, request.Data, request.FileName, TableContent.Accounts);
        return RunAsync(WithoutFile(request, file), request.RequestId, request.DryRun, context, async cancellation =>
        {
            var (run, tables) = (RunOf(file, calendar.Today, context, cancellation), TablesOf(file));
            await accounts.RunAsync(tables, request.DryRun, run);
            Finish(file, request.DryRun, nameof(ImportApi.ImportAccounts), "accounts", request.FileName, tables, context);
            return new ImportAccountsResponse
            {
                DryRun = request.DryRun, FileSha256 = file.Sha256, Tables = { tables.Select(ImportWire.Of) }, Findings = { file.Findings.Found.Select(ImportWire.Of) },
                FirstPasswords = { accounts.Passwords.Select(ImportWire.Of) }, EndedSessions = accounts.EndedSessions,
            };
        }, ImportWire.WithoutPasswords);
    }

    static ImportFile Read(HttpBody? file, ByteString data, string fileName, params TableContent[] asked)
    {
        if (fileName.Length > LongestFileName) throw Problems.InvalidField("file_name", $"must be at most {LongestFileName} characters.");
        if (file is not null && !data.IsEmpty) throw Problems.InvalidField("data", "must be left out where file is given.");
        return ImportFile.Read(file?.Data.Memory ?? data.Memory, file?.ContentType ?? "", asked);
    }

    /// <summary>What a request id stands for: the file by its hash, whichever way it came.</summary>
    static ImportDirectoryRequest WithoutFile(ImportDirectoryRequest request, ImportFile file) => new(request) { File = null, Data = ByteString.CopyFromUtf8(file.Sha256) };

    static ImportAccountsRequest WithoutFile(ImportAccountsRequest request, ImportFile file) => new(request) { File = null, Data = ByteString.CopyFromUtf8(file.Sha256) };

    ImportRun RunOf(ImportFile file, DateOnly day, ServerCallContext context, CancellationToken cancellation) =>
        new(day, file.Findings, (action, resource, detail) => commands.Audit(context, action, resource, detail), cancellation);

    static List<TableOutcome> TablesOf(ImportFile file) => [.. file.Tables.Select(t => new TableOutcome(t))];

    static List<TableOutcome> Of(List<TableOutcome> tables, TableContent content) => [.. tables.Where(t => t.Table.Content == content)];

    async Task<T> RunAsync<T>(
        IMessage request, string requestId, bool dryRun, ServerCallContext context, Func<CancellationToken, Task<T>> import, Func<T, T>? remembered = null)
        where T : class, IMessage<T>, new()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            return dryRun
                ? await commands.TryAsync(context, () => import(limit.Token))
                : await commands.RunAsync(context, request, requestId, () => import(limit.Token), remembered);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !context.CancellationToken.IsCancellationRequested)
        {
            throw Problems.Because(Reason.DeadlineExceeded, $"The import took longer than {Longest.TotalMinutes:0} minutes and was given up; nothing was written. Divide the file.");
        }
    }

    /// <exception cref="ProblemException">INVALID_FIELD where something is wrong and it is no dry run.</exception>
    void Finish(ImportFile file, bool dryRun, string action, string resource, string fileName, List<TableOutcome> tables, ServerCallContext context)
    {
        if (dryRun) return;
        if (file.Findings.Errors > 0)
            throw Problems.InvalidFields([.. file.Findings.Found.Where(f => f.IsError).Take(MostViolations).Select(ImportWire.ViolationOf)]);
        if (tables.TrueForAll(t => t.Created + t.Changed == 0)) return;
        commands.Audit(context, action, resource, new
        {
            fileName, file.Sha256, tables = tables.Select(t => new { t.Table.Sheet, content = t.Table.Content.ToString(), t.Created, t.Changed, t.Unchanged }),
        });
    }
}
