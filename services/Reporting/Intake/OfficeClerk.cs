using System.Globalization;
using System.Text.Json;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Directory.V1;
using Suite.Reporting.Facts;
using Suite.Reporting.Reports;
using Suite.Reporting.Storage;
using Suite.ServiceDefaults.Clients;
using CalendarService = Suite.Tasks.V1.CalendarService;
using ScoreService = Suite.Tasks.V1.ScoreService;

namespace Suite.Reporting.Intake;

/// <summary>
/// Asks the owners what the office counts itself, and keeps it where it is not what is kept already. Where they do not answer, documents are made
/// of what was known before.
/// </summary>
public sealed partial class OfficeClerk(
    DbContextOptions<ReportingDbContext> storage, IServiceProvider services, IConfiguration configuration, ReportingOptions options, TimeProvider clock, ILogger<OfficeClerk> logger)
{
    static readonly UnitKind[] Towns = [UnitKind.Town, UnitKind.Subdistrict, UnitKind.Park];

    /// <param name="asOf">Null for now.</param>
    public async Task AskAsync(string plan, int quarter, DateTimeOffset? asOf, CancellationToken cancellation)
    {
        if (configuration["services:tasks:grpc:0"] is not { Length: > 0 }) return;
        try
        {
            await KeepAsync(await ReadAsync(plan, quarter, EventTimes.Kept(asOf ?? clock.GetUtcNow()), cancellation), cancellation);
        }
        catch (Exception away) when (away is RpcException or InvalidOperationException && !cancellation.IsCancellationRequested)
        {
            LogAway(logger, plan, quarter, away is RpcException rpc ? $"{rpc.StatusCode}: {rpc.Status.Detail}" : away.Message);
        }
    }

    async Task<OfficeSheet> ReadAsync(string plan, int quarter, DateTimeOffset asOf, CancellationToken cancellation)
    {
        var headers = await HeadersAsync(cancellation);
        var until = (TimeProvider.System.GetUtcNow() + options.OfficePatience).UtcDateTime;
        var (scores, calendar) = (services.GetRequiredService<ScoreService.ScoreServiceClient>(), services.GetRequiredService<CalendarService.CalendarServiceClient>());
        var towns = await TownsAsync(headers, until, cancellation);
        var found = new List<UnitScore>();
        for (var request = new Tasks.V1.ListScoresRequest { Parent = plan, Quarter = quarter, AsOf = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(asOf), PageSize = 1000 }; ;)
        {
            var page = await scores.ListScoresAsync(request, headers, until, cancellation);
            found.AddRange(page.Scores.Select(s => new UnitScore(s.Subject, decimal.Parse(s.Points, NumberStyles.Number, CultureInfo.InvariantCulture), s.Rule, towns.Contains(s.Subject))));
            if ((request.PageToken = page.NextPageToken).Length == 0) break;
        }

        var periods = await calendar.ListPlanPeriodsAsync(new() { Parent = plan }, headers, until, cancellation);
        var due = periods.PlanPeriods.FirstOrDefault(p => p.Quarter == quarter)?.ReportDueDate;
        return new()
        {
            Plan = plan, Quarter = quarter, Time = asOf, DueDate = DateOnly.TryParseExact(due, "yyyy-MM-dd", out var day) ? day : null,
            Scores = [.. found.OrderBy(s => s.Unit, StringComparer.Ordinal)],
        };
    }

    async Task<HashSet<string>> TownsAsync(Metadata headers, DateTime until, CancellationToken cancellation)
    {
        var (units, towns) = (services.GetRequiredService<UnitService.UnitServiceClient>(), new HashSet<string>());
        foreach (var kind in Towns)
            for (var request = new ListUnitsRequest { Kind = kind, PageSize = 1000 }; ;)
            {
                var page = await units.ListUnitsAsync(request, headers, until, cancellation);
                towns.UnionWith(page.Units.Select(u => u.Name));
                if ((request.PageToken = page.NextPageToken).Length == 0) break;
            }

        return towns;
    }

    /// <summary>A run has nobody whose token could go along: the service asks in its own name wherever it has one.</summary>
    async Task<Metadata> HeadersAsync(CancellationToken cancellation) =>
        configuration["ServiceClient:Id"] is { Length: > 0 } ? await services.GetRequiredService<ServiceIdentity>().HeadersAsync(cancellation) : [];

    async Task KeepAsync(OfficeSheet sheet, CancellationToken cancellation)
    {
        await using var db = new ReportingDbContext(storage);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.LockFactAsync($"{sheet.Plan} office {sheet.Quarter}", cancellation);
        if (!await db.Plans.AnyAsync(p => p.Name == sheet.Plan, cancellation)) return;
        var last = await db.OfficeSheets.AsNoTracking().Where(s => s.Plan == sheet.Plan && s.Quarter == sheet.Quarter && s.Time <= sheet.Time)
            .OrderByDescending(s => s.Time).FirstOrDefaultAsync(cancellation);
        if (last is not null && (last.Time == sheet.Time || Says(last) == Says(sheet))) return;
        var heard = await new PlanLog(db, clock).NextAsync(sheet.Plan, nameof(OfficeSheet), sheet.Plan, $"q{sheet.Quarter} {EventTimes.Mark(sheet.Time)}", sheet.Time, cancellation);
        db.OfficeSheets.Add(new() { Plan = sheet.Plan, Quarter = sheet.Quarter, Time = sheet.Time, DueDate = sheet.DueDate, Scores = sheet.Scores, Heard = heard });
        await db.CommitAsync(cancellation);
    }

    static string Says(OfficeSheet sheet) => $"{sheet.DueDate:O} {JsonSerializer.Serialize(sheet.Scores)}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The office's count of {Plan}, quarter {Quarter}, could not be asked for; the last one known is used: {Fault}")]
    static partial void LogAway(ILogger logger, string plan, int quarter, string fault);
}
