using Grpc.Core;
using Suite.Errors.V1;
using Suite.Indicators.V1;
using Suite.Reporting.Reports;
using Suite.ServiceDefaults.Clients;
using Suite.ServiceDefaults.Errors;

namespace Suite.Reporting.Leagues;

/// <summary>Asks the service indicators for a league's table with what it rests on: one call for the period, one for the period before.</summary>
public sealed class LeagueSource(IServiceProvider services, IHttpContextAccessor http, ReportingOptions options)
{
    /// <summary>Entities × indicators that a document can still show.</summary>
    public const int MostValues = 5000;

    /// <exception cref="ProblemException">NOT_FOUND, INVALID_FIELD, NOTHING_TO_REPORT: the service answered, and there is no such table.</exception>
    /// <exception cref="RpcException">It did not answer.</exception>
    /// <exception cref="InvalidOperationException">It has no address, or its answer cannot be understood.</exception>
    public async Task<KnownLeague> ReadAsync(string league, string period, DateTimeOffset knownOn, CancellationToken cancellation)
    {
        var client = services.GetRequiredService<LeagueService.LeagueServiceClient>();
        var until = (TimeProvider.System.GetUtcNow() + options.LeaguePatience).UtcDateTime;
        var headers = await HeadersAsync(cancellation);
        var request = new GetLeagueTableRequest { Name = league, Period = period, KnownOn = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(knownOn), WithEvidence = true };
        try
        {
            var table = await client.GetLeagueTableAsync(request, headers, until, cancellation);
            Check(table, league, period);
            if (table.Rows.All(r => r.PreviousRank == 0)) return LeagueAnswer.Read(table, null);
            var earlier = new GetLeagueTableRequest(request) { Period = table.PreviousPeriod, Version = table.Version };
            return LeagueAnswer.Read(table, await client.GetLeagueTableAsync(earlier, headers, until, cancellation));
        }
        catch (RpcException refused) when (refused.StatusCode is StatusCode.NotFound or StatusCode.InvalidArgument)
        {
            throw Refused(refused, league, period);
        }
    }

    /// <summary>In the caller's name, whose token goes along by itself; in this service's own where nobody calls.</summary>
    async Task<Metadata> HeadersAsync(CancellationToken cancellation) =>
        http.HttpContext?.Request.Headers.Authorization.Count > 0 ? [] : await services.GetRequiredService<ServiceIdentity>().HeadersAsync(cancellation);

    static void Check(LeagueTable table, string league, string period)
    {
        var indicators = table.Rules?.Parts.Count ?? 0;
        if ((long)table.Rows.Count * indicators > MostValues)
            throw Problems.InvalidField("report.subject", $"names '{league}' with {table.Rows.Count} entities and {indicators} indicators; a document can show {MostValues} values.");
        if (!table.Rows.SelectMany(r => r.Contributions).Any(c => c.Value.Length > 0))
            throw Problems.Because(Reason.NothingToReport, $"The service indicators knows no figure of '{league}' for {period}.");
    }

    static ProblemException Refused(RpcException refused, string league, string period)
    {
        if (refused.StatusCode == StatusCode.NotFound) return Problems.NotFound("league", league);
        var told = RpcProblem.FromRpc(refused)?.Violations.FirstOrDefault(v => v.Field == "period")?.Description;
        return told is null
            ? Problems.InvalidField("report.subject", $"names '{league}', whose table the service indicators cannot make for {period}: {refused.Status.Detail}")
            : Problems.InvalidField("report.period", $"'{period}' is no period of '{league}': it {told}");
    }
}
