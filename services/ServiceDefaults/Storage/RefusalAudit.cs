using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;

namespace Suite.ServiceDefaults.Storage;

/// <summary>Writes refusals to the service's audit, each in a transaction of its own: the refused call has none.</summary>
sealed partial class RefusalAudit<TDb>(IServiceScopeFactory scopes, RefusalLimit limit, TimeProvider clock, ILogger<RefusalAudit<TDb>> logger) : IRefusalAudit
    where TDb : SuiteDbContext
{
    const int LongestResource = 200;

    public async Task RecordAsync(Refusal refusal)
    {
        var (account, method, resource, reason) = refusal;
        LogRefused(logger, account, method, reason);
        if (limit.Take(account == Refusal.Nobody ? resource : account) is not { } omitted) return;
        var detail = new
        {
            method, reason = RpcProblem.ReasonName(reason), roles = refusal.Roles.Order().Select(r => r.ToString()), refusal.Unit, refusal.Address, omittedBefore = omitted,
        };
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Audit(new(clock.GetUtcNow(), account, Refusal.Action, resource.Length > 0 ? Shorten(resource) : method, JsonSerializer.Serialize(detail)));
            await db.CommitAsync(CancellationToken.None);
        }
        catch (Exception error) when ((error as NpgsqlException ?? error.InnerException) is NpgsqlException)
        {
            // The call stays refused; the log has it.
            LogNotWritten(logger, error, account, method);
        }
    }

    /// <summary>Whole characters only: half of one cannot be stored.</summary>
    static string Shorten(string text) =>
        text.Length <= LongestResource ? text : text[..(char.IsHighSurrogate(text[LongestResource - 1]) ? LongestResource - 1 : LongestResource)] + "…";

    [LoggerMessage(Level = LogLevel.Information, Message = "'{Account}' was refused {Method}: {Reason}")]
    static partial void LogRefused(ILogger logger, string account, string method, Reason reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A refusal of '{Account}' for {Method} could not be written to the audit")]
    static partial void LogNotWritten(ILogger logger, Exception error, string account, string method);
}
