using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Reporting.Intake;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Leagues;

/// <summary>
/// Asks for a league's table when a document is made of it, and keeps what was told with the time. Where nobody answers, that is kept, and the document
/// is made of what was known before.
/// </summary>
public sealed partial class LeagueClerk(DbContextOptions<ReportingDbContext> storage, LeagueSource source, TimeProvider clock, ILogger<LeagueClerk> logger)
{
    static readonly Meter Meter = new("Suite.Reporting");
    static readonly Counter<long> Asks = Meter.CreateCounter<long>("suite.reporting.league_asks", description: "Tables of leagues asked of indicators, by outcome: answered, refused, away.");

    /// <param name="asOf">Null for now.</param>
    /// <param name="look">Only to compare: nothing is kept where the answer is the last one known, or there is none.</param>
    /// <exception cref="ProblemException">NOT_FOUND, INVALID_FIELD, NOTHING_TO_REPORT: there is no such table.</exception>
    public async Task AskAsync(string plan, string league, string period, DateTimeOffset? asOf, bool look, CancellationToken cancellation)
    {
        if (!await IsKnownAsync(plan, cancellation)) return;
        var time = EventTimes.Kept(asOf ?? clock.GetUtcNow());
        try
        {
            var table = await source.ReadAsync(league, period, time, cancellation);
            Count("answered");
            await KeepAsync(plan, league, period, time, table, "", look, cancellation);
        }
        catch (ProblemException)
        {
            Count("refused");
            throw;
        }
        catch (Exception away) when (away is RpcException or InvalidOperationException && !cancellation.IsCancellationRequested)
        {
            Count("away");
            var fault = away is RpcException rpc ? $"{rpc.StatusCode}: {rpc.Status.Detail}" : away.Message;
            LogAway(logger, league, period, fault);
            if (!look) await KeepAsync(plan, league, period, time, null, fault, look, cancellation);
        }
    }

    async Task<bool> IsKnownAsync(string plan, CancellationToken cancellation)
    {
        await using var db = new ReportingDbContext(storage);
        return await db.Plans.AnyAsync(p => p.Name == plan, cancellation);
    }

    async Task KeepAsync(string plan, string league, string period, DateTimeOffset time, KnownLeague? table, string fault, bool look, CancellationToken cancellation)
    {
        var hash = table is null ? null : HashOf(table);
        await using var db = new ReportingDbContext(storage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockFactAsync($"{plan} {league} {period}", cancellation);
        if (look && hash == await LeagueReader.At(db, plan, league, period, long.MaxValue, time).Select(a => a.Sheet).FirstOrDefaultAsync(cancellation)) return;
        var heard = await new PlanLog(db, clock).NextAsync(plan, nameof(LeagueAsk), league, $"{period} {EventTimes.Mark(time)} {hash}", time, cancellation);
        if (hash is not null)
        {
            await db.LockFactAsync(hash, cancellation);
            if (!await db.LeagueSheets.AnyAsync(s => s.Hash == hash, cancellation)) db.LeagueSheets.Add(new() { Hash = hash, Table = table! });
        }

        db.LeagueAsks.Add(new() { Plan = plan, League = league, Period = period, Time = time, Sheet = hash, Fault = fault.Length > 500 ? fault[..500] : fault, Heard = heard });
        await db.CommitAsync(cancellation);
    }

    static string HashOf(KnownLeague table) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(table))));

    static void Count(string outcome) => Asks.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The table of {League} for {Period} could not be asked for; the last one known is used: {Fault}")]
    static partial void LogAway(ILogger logger, string league, string period, string fault);
}
