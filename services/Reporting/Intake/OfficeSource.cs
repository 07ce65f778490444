using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Suite.Directory.V1;
using Suite.Reporting.Facts;
using Suite.Reporting.Reports;
using Suite.ServiceDefaults.Clients;
using Suite.Tasks.V1;

namespace Suite.Reporting.Intake;

/// <summary>Asks tasks for the scores and the day reports are due, and directory which units are towns.</summary>
public sealed class OfficeSource(IServiceProvider services, IConfiguration configuration, IHttpContextAccessor http, ReportingOptions options)
{
    static readonly UnitKind[] Towns = [UnitKind.Town, UnitKind.Subdistrict, UnitKind.Park];

    /// <summary>Whether there is anybody to ask.</summary>
    public bool HasAddress => configuration["services:tasks:grpc:0"] is { Length: > 0 };

    bool HasIdentity => configuration["ServiceClient:Id"] is { Length: > 0 };

    /// <summary>
    /// In whose name to ask: the service's own wherever it has one, else that of whoever is calling now. It holds no token longer than the
    /// question takes. Null where there is neither, as in the middle of a run: then nobody would answer.
    /// </summary>
    public Func<Task<Metadata>>? Name()
    {
        if (HasIdentity) return () => services.GetRequiredService<ServiceIdentity>().HeadersAsync(CancellationToken.None);
        var token = http.HttpContext?.Request.Headers.Authorization.ToString();
        return string.IsNullOrEmpty(token) ? null : () => System.Threading.Tasks.Task.FromResult(new Metadata { { "authorization", token } });
    }

    /// <exception cref="RpcException">Somebody does not answer within <see cref="ReportingOptions.OfficePatience"/>, or refuses.</exception>
    /// <exception cref="InvalidOperationException">A service has no address.</exception>
    public async Task<OfficeSheet> ReadAsync(string plan, int quarter, DateTimeOffset asOf, Metadata headers)
    {
        var call = new CallOptions(headers, (TimeProvider.System.GetUtcNow() + options.OfficePatience).UtcDateTime);
        var (towns, scores, due) = (TownsAsync(call), ScoresAsync(plan, quarter, asOf, call), DueAsync(plan, quarter, call));
        await System.Threading.Tasks.Task.WhenAll(towns, scores, due);
        var isTown = await towns;
        return new()
        {
            Plan = plan, Quarter = quarter, Time = asOf, DueDate = await due,
            Scores = [.. (await scores).Select(s => new UnitScore(s.Subject, decimal.Parse(s.Points, NumberStyles.Number, CultureInfo.InvariantCulture), s.Rule, isTown.Contains(s.Subject)))
                .OrderBy(s => s.Unit, StringComparer.Ordinal)],
        };
    }

    async Task<List<Score>> ScoresAsync(string plan, int quarter, DateTimeOffset asOf, CallOptions call)
    {
        var (client, found) = (services.GetRequiredService<ScoreService.ScoreServiceClient>(), new List<Score>());
        for (var request = new ListScoresRequest { Parent = plan, Quarter = quarter, AsOf = Timestamp.FromDateTimeOffset(asOf), PageSize = 1000 }; ;)
        {
            var page = await client.ListScoresAsync(request, call);
            found.AddRange(page.Scores);
            if ((request.PageToken = page.NextPageToken).Length == 0) return found;
        }
    }

    async Task<DateOnly?> DueAsync(string plan, int quarter, CallOptions call)
    {
        var periods = await services.GetRequiredService<CalendarService.CalendarServiceClient>().ListPlanPeriodsAsync(new() { Parent = plan }, call);
        return DateOnly.TryParseExact(periods.PlanPeriods.FirstOrDefault(p => p.Quarter == quarter)?.ReportDueDate, "yyyy-MM-dd", out var day) ? day : null;
    }

    async Task<HashSet<string>> TownsAsync(CallOptions call)
    {
        var (units, towns) = (services.GetRequiredService<UnitService.UnitServiceClient>(), new HashSet<string>());
        foreach (var kind in Towns)
            for (var request = new ListUnitsRequest { Kind = kind, PageSize = 1000 }; ;)
            {
                var page = await units.ListUnitsAsync(request, call);
                towns.UnionWith(page.Units.Select(u => u.Name));
                if ((request.PageToken = page.NextPageToken).Length == 0) break;
            }

        return towns;
    }
}
