using System.Text.Json;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Facts;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;

namespace Suite.Reporting.Intake;

/// <summary>
/// Asks the owners what the office counts itself, and keeps it where it is not what is kept already. Where they do not answer, documents are made
/// of what was known before.
/// </summary>
public sealed partial class OfficeClerk(
    IServiceScopeFactory scopes, OfficeSource source, OfficeRounds rounds, ReportingOptions options, TimeProvider clock, ILogger<OfficeClerk> logger)
{
    /// <summary>After a question that was not answered, a run asks no sooner again.</summary>
    static readonly TimeSpan Retry = TimeSpan.FromSeconds(30);

    /// <summary>For one report made by hand, or when a run begins: what comes back is no older than the wish for it.</summary>
    /// <param name="asOf">Null for now.</param>
    public async Task AskAsync(string plan, int quarter, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (!source.HasAddress || !await IsKnownAsync(plan, cancellation)) return;
        var name = source.Name();
        await (asOf is { } then ? AskAsync(plan, quarter, then, name) : rounds.JoinAsync((plan, quarter), () => AskAsync(plan, quarter, clock.GetUtcNow(), name), late: false))
            .WaitAsync(cancellation);
    }

    /// <summary>
    /// For a report of a run, all of which tell the same: what was asked for when the run began, in the name of who began it, is good for
    /// <see cref="ReportingOptions.OfficeFresh"/>. A run that goes on longer, or that is taken up again long after a stop, asks anew.
    /// </summary>
    /// <param name="begun">When the run was begun.</param>
    public async Task AskForRunAsync(string plan, int quarter, DateTimeOffset begun, CancellationToken cancellation)
    {
        if (!source.HasAddress) return;
        var (last, answered) = rounds.Last((plan, quarter)) is { } here && here.Begun >= begun ? here : (begun, true);
        if (clock.GetUtcNow() - last < (answered ? options.OfficeFresh : Retry)) return;
        var name = source.Name();
        await rounds.JoinAsync((plan, quarter), () => AskAsync(plan, quarter, clock.GetUtcNow(), name), late: true).WaitAsync(cancellation);
    }

    /// <returns>Whether there is no use in asking again soon.</returns>
    async Task<bool> AskAsync(string plan, int quarter, DateTimeOffset asOf, Func<Task<Metadata>>? name)
    {
        if (name is null)
        {
            LogAway(logger, plan, quarter, "nobody is calling whose name could be asked in, and the service was given none of its own (ServiceClient__Id)");
            return true;
        }

        try
        {
            await KeepAsync(await source.ReadAsync(plan, quarter, EventTimes.Kept(asOf), await name()));
            return true;
        }
        catch (Exception away) when (away is RpcException or InvalidOperationException)
        {
            LogAway(logger, plan, quarter, away is RpcException rpc ? $"{rpc.StatusCode}: {rpc.Status.Detail}" : away.Message);
            return false;
        }
    }

    async Task<bool> IsKnownAsync(string plan, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReportingDbContext>().Plans.AnyAsync(p => p.Name == plan, cancellation);
    }

    async Task KeepAsync(OfficeSheet sheet)
    {
        // A scope of its own: whoever asked may have gone, and others wait for it.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ReportingDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.LockFactAsync($"{sheet.Plan} office {sheet.Quarter}", CancellationToken.None);
        var last = await db.OfficeSheets.AsNoTracking().Where(s => s.Plan == sheet.Plan && s.Quarter == sheet.Quarter && s.Time <= sheet.Time)
            .OrderByDescending(s => s.Time).FirstOrDefaultAsync();
        if (last is not null && (last.Time == sheet.Time || Says(last) == Says(sheet))) return;
        var heard = await new PlanLog(db, clock).NextAsync(
            sheet.Plan, nameof(OfficeSheet), sheet.Plan, $"q{sheet.Quarter} {EventTimes.Mark(sheet.Time)}", sheet.Time, CancellationToken.None);
        db.OfficeSheets.Add(new() { Plan = sheet.Plan, Quarter = sheet.Quarter, Time = sheet.Time, DueDate = sheet.DueDate, Scores = sheet.Scores, Heard = heard });
        await db.CommitAsync(CancellationToken.None);
    }

    static string Says(OfficeSheet sheet) => $"{sheet.DueDate:O} {JsonSerializer.Serialize(sheet.Scores)}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The office's count of {Plan}, quarter {Quarter}, could not be asked for; the last one known is used: {Fault}")]
    static partial void LogAway(ILogger logger, string plan, int quarter, string fault);
}
