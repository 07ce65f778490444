using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Definitions;
using Suite.Indicators.Leagues;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using Suite.ServiceDefaults.Storage;
using EntityKind = Suite.Indicators.Entities.EntityKind;
using LeagueBasis = Suite.Indicators.Leagues.LeagueBasis;
using MissingRule = Suite.Indicators.Leagues.MissingRule;
using Normalisation = Suite.Indicators.Leagues.Normalisation;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to leagues.</summary>
public sealed class LeagueApi(IndicatorsDbContext db, LeagueTables tables, DefinitionBook book, CityCalendar calendar, TimeProvider clock, CommandRunner<IndicatorsDbContext> commands)
    : LeagueService.LeagueServiceBase
{
    const string Prefix = "leagues/";
    const int MostParts = 50;
    const int LongestName = 200;
    const long Lock = 7403;

    public override async Task<ListLeaguesResponse> ListLeagues(ListLeaguesRequest request, ServerCallContext context)
    {
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<string>(request, request.PageToken));
        var found = await db.Leagues.AsNoTracking().Where(l => !db.Leagues.Any(o => o.Id == l.Id && o.Version > l.Version) && (after == null || string.Compare(l.Id, after) > 0))
            .OrderBy(l => l.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        var (page, next) = PageToken.Cut(request, found, size, l => l.Id);
        return new() { Leagues = { page.Select(Of) }, NextPageToken = next };
    }

    public override Task<V1.League> SetLeague(SetLeagueRequest request, ServerCallContext context)
    {
        var message = request.League ?? throw Problems.InvalidField("league", "must be given.");
        var wanted = RulesIn(message);
        return commands.RunAsync(context, request, request.RequestId, async () =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", context.CancellationToken);
            await CheckPartsAsync(wanted, context.CancellationToken);
            var latest = await db.Leagues.Where(l => l.Id == wanted.Id).MaxAsync(l => (int?)l.Version, context.CancellationToken) ?? 0;
            if (message.Etag.Length > 0 && message.Etag != Etag.Of(latest)) throw Problems.StaleEtag("league", message.Name);
            var rules = new LeagueRules
            {
                Id = wanted.Id, Version = latest + 1, Name = wanted.Name, Normalisation = wanted.Normalisation, Missing = wanted.Missing, EntityKinds = wanted.EntityKinds, Parts = wanted.Parts, Time = wanted.Time,
            };
            db.Add(rules);
            commands.Audit(context, nameof(SetLeague), message.Name, new { rules.Version, rules.Parts, normalisation = rules.Normalisation.ToString(), missing = rules.Missing.ToString() });
            return Of(rules);
        });
    }

    public override async Task<V1.LeagueTable> GetLeagueTable(GetLeagueTableRequest request, ServerCallContext context)
    {
        var id = request.Name.StartsWith(Prefix, StringComparison.Ordinal) ? request.Name[Prefix.Length..] : "";
        var knownOn = QueryApi.Time(request.KnownOn, "known_on") ?? Figures.FigureDesk.Micro(clock.GetUtcNow());
        // Those set by then before the others; of them the last, of the others the first.
        var rules = await db.Leagues.AsNoTracking().Where(l => l.Id == id && (request.Version == 0 || l.Version == request.Version))
            .OrderByDescending(l => l.Time <= knownOn ? l.Version : -l.Version).FirstOrDefaultAsync(context.CancellationToken) ?? throw Problems.NotFound("league", request.Name);
        var table = await tables.OfAsync(rules, RuleApi.PeriodIn(request.Period, "period"), knownOn, request.WithEvidence, context.CancellationToken);
        table.Rules = Of(rules);
        return table;
    }

    async Task CheckPartsAsync(LeagueRules rules, CancellationToken cancellation)
    {
        var definitions = await book.OnAsync(calendar.Today, [.. rules.Parts.Select(p => p.Definition)], cancellation);
        foreach (var part in rules.Parts)
            if (!definitions.ContainsKey(part.Definition)) throw Problems.InvalidField("league.parts", $"must name what is defined; '{part.Definition}' is not.");
        if (rules.Parts.Select(p => definitions[p.Definition].PeriodType).Distinct().Count() > 1) throw Problems.InvalidField("league.parts", "must all have periods of one length.");
    }

    LeagueRules RulesIn(V1.League message)
    {
        if (message.Parts.Count is 0 or > MostParts) throw Problems.InvalidField("league.parts", $"must be 1 to {MostParts}.");
        if (message.DisplayName.Trim().Length is 0 or > LongestName) throw Problems.InvalidField("league.display_name", $"must be 1 to {LongestName} characters.");
        var parts = message.Parts.Select((p, at) => new RulePart(ResourceNames.IdIn(DefinitionBook.Prefix, p.Definition, $"league.parts[{at}].definition"), Weight(p.Weight, at), BasisIn(p.Basis, at))).ToList();
        if (parts.DistinctBy(p => (p.Definition, p.Basis)).Count() < parts.Count) throw Problems.InvalidField("league.parts", "must name each indicator once for each basis.");
        return new()
        {
            Id = ResourceNames.IdIn(Prefix, message.Name, "league.name"), Version = 0, Name = message.DisplayName.Trim(), Parts = parts, Time = clock.GetUtcNow(),
            Normalisation = (Normalisation)Enums.Given(message.Normalisation, "league.normalisation"),
            Missing = message.Missing == V1.MissingRule.Unspecified ? MissingRule.Worst : (MissingRule)Enums.Given(message.Missing, "league.missing"),
            EntityKinds = [.. message.EntityKinds.Select(k => (EntityKind)Enums.Given(k, "league.entity_kinds")).Distinct()],
        };
    }

    static decimal Weight(string text, int at) =>
        Decimals.Optional(text, $"league.parts[{at}].weight") is var weight && weight is null or > 0 and <= 1_000_000 ? weight ?? 1 : throw Problems.InvalidField($"league.parts[{at}].weight", "must be greater than 0 and at most 1000000.");

    static LeagueBasis BasisIn(V1.LeagueBasis basis, int at) => Enum.IsDefined(basis) ? (LeagueBasis)basis : throw Problems.InvalidField($"league.parts[{at}].basis", "must be one the contract knows.");

    static V1.League Of(LeagueRules l) => new()
    {
        Name = Prefix + l.Id, DisplayName = l.Name, Normalisation = (V1.Normalisation)l.Normalisation, Missing = (V1.MissingRule)l.Missing, EntityKinds = { l.EntityKinds.Select(k => (V1.EntityKind)k) },
        Parts = { l.Parts.Select(p => new V1.LeaguePart { Definition = DefinitionBook.Prefix + p.Definition, Weight = Decimals.Text(p.Weight), Basis = (V1.LeagueBasis)p.Basis }) }, Version = l.Version, Etag = Etag.Of(l.Version),
    };
}
