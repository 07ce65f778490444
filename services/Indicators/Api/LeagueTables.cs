using Google.Protobuf.WellKnownTypes;
using Suite.Indicators.Definitions;
using Suite.Indicators.Leagues;
using Suite.Indicators.Periods;
using Suite.Indicators.Queries;
using Suite.ServiceDefaults.Errors;

namespace Suite.Indicators.Api;

/// <summary>Makes league tables of rules and figures.</summary>
public sealed class LeagueTables(BlockReader blocks, EntityChoice choice, LeagueEvidence evidence)
{
    /// <param name="withEvidence">With the figures behind the values.</param>
    public async Task<V1.LeagueTable> OfAsync(LeagueRules rules, Period period, DateTimeOffset time, bool withEvidence, CancellationToken cancellation)
    {
        var entities = await choice.OfAsync([], rules.EntityKinds, cancellation);
        var years = rules.Parts.Any(p => p.Basis == LeagueBasis.NominalGrowth) ? 1 : 0;
        var (block, definitions) = await blocks.ReadAsync(
            new([.. rules.Parts.Select(p => p.Definition).Distinct()], entities, period.Previous, period, time) { YearsBefore = years }, cancellation);
        if (rules.Parts.Any(p => definitions[p.Definition].PeriodType != period.Type)) throw Problems.InvalidField("period", $"must be a {definitions[rules.Parts[0].Definition].PeriodType}, as the indicators' periods are.");
        var league = new League([.. rules.Parts.Select(p => PartOf(p, definitions[p.Definition]))], rules.Normalisation, rules.Missing);
        var ids = entities.Select(e => e.Id).ToList();
        var now = league.Rank(ids, (part, entity) => Value(block, rules, part, entity, period));
        var before = league.Rank(ids, (part, entity) => Value(block, rules, part, entity, period.Previous)).ToDictionary(r => r.Entity);
        var names = entities.ToDictionary(e => e.Id, e => e.Name);
        var table = new V1.LeagueTable
        {
            League = $"leagues/{rules.Id}", Period = period.ToString(), Version = rules.Version, KnownOn = time.ToTimestamp(), PreviousPeriod = period.Previous.ToString(),
            Rows = { now.Select(r => RowOf(r, before[r.Entity], names[r.Entity], Any(before.Values))) },
        };
        if (!withEvidence) return table;
        table.Definitions.Add(rules.Parts.Select(p => p.Definition).Concat(definitions.Keys.Order(StringComparer.Ordinal)).Distinct().Select(id => Told(definitions[id])));
        var behind = await evidence.OfAsync(rules, block, ids, period, cancellation);
        foreach (var row in table.Rows)
            foreach (var (at, part) in rules.Parts.Index())
                if (row.Contributions[at].Value.Length > 0) row.Contributions[at].Figures.Add(behind[(part, ResourceNames.Last(row.Entity))]);
        return table;
    }

    static V1.Definition Told(Definition definition)
    {
        var message = DefinitionMessages.Of(definition, definition.Version);
        message.Etag = "";
        return message;
    }

    /// <summary>An indicator stands once for each basis, so the key tells both.</summary>
    static LeaguePart PartOf(RulePart part, Definition definition)
    {
        var direction = part.Basis == LeagueBasis.Value || definition.Direction != Direction.Band ? definition.Direction : Direction.More;
        return new($"{(int)part.Basis}{part.Definition}", part.Weight, direction, definition.BandLow, definition.BandHigh);
    }

    static decimal? Value(FigureBlock block, LeagueRules rules, string key, string entity, Period period)
    {
        var definition = key[1..];
        return (LeagueBasis)(key[0] - '0') switch
        {
            LeagueBasis.NominalGrowth => block.NominalGrowth(definition, entity, period, true) ?? block.NominalGrowth(definition, entity, period, false),
            LeagueBasis.PublishedGrowth => block.Told(definition, entity, period)?.Growth,
            _ => block.Headline(definition, entity, period),
        };
    }

    /// <summary>A period without a single value has no ranks.</summary>
    static bool Any(IEnumerable<LeagueRow> rows) => rows.Any(r => r.Parts.Any(p => p.Value is not null));

    static V1.LeagueRow RowOf(LeagueRow row, LeagueRow before, string name, bool had)
    {
        var changes = row.Parts.Zip(before.Parts, (a, b) => (a.Definition, Change: a.Share - b.Share)).ToList();
        var moved = had && row.Score is not null && before.Score is not null ? changes.Where(c => c.Change != 0).OrderByDescending(c => Math.Abs(c.Change)).FirstOrDefault().Definition : null;
        return new()
        {
            Entity = ResourceNames.Entities + row.Entity, EntityDisplayName = name, Rank = row.Rank ?? 0, Score = Rounded(row.Score), PreviousRank = had ? before.Rank ?? 0 : 0,
            PreviousScore = had ? Rounded(before.Score) : "", MovedBy = moved is null ? "" : DefinitionBook.Prefix + moved[1..],
            Contributions = { row.Parts.Select((p, at) => new V1.LeagueContribution
            {
                Definition = DefinitionBook.Prefix + p.Definition[1..], Value = Rounded(p.Value), Points = Rounded(p.Points), Contribution = Rounded(p.Share), Change = had ? Rounded(changes[at].Change) : "",
            }) },
        };
    }

    static string Rounded(decimal? value) => Decimals.Text(value is { } v ? decimal.Round(v, 4) : null);
}
