using Grpc.Core;
using Suite.Indicators.Definitions;
using Suite.Indicators.Periods;
using Suite.Indicators.Queries;
using Suite.Indicators.V1;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Paging;
using EntityKind = Suite.Indicators.Entities.EntityKind;
using SeriesMessage = Suite.Indicators.V1.Series;

namespace Suite.Indicators.Api;

/// <summary>The gRPC door to series, matrices, comparisons and totals.</summary>
public sealed class QueryApi(SeriesQuery series, BlockReader blocks, EntityChoice entities) : QueryService.QueryServiceBase
{
    const int MostDefinitions = 100;
    const int MostPeriods = 120;

    public override async Task<SeriesMessage> GetSeries(GetSeriesRequest request, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        var known = await series.FindAsync(request.Name, cancellation);
        var etag = await series.EtagAsync(known, cancellation);
        // What rests on other series changes without a figure of its own.
        if (request.IfNoneMatch == etag && known.Definition?.IsComputed != true) return new() { Name = request.Name, Etag = etag, NotModified = true };
        var whole = await series.ReadAsync(known, Optional(request.From, "from"), Optional(request.To, "to"), Time(request.KnownOn, "known_on"), cancellation);
        return await series.ShowAsync(whole, etag, cancellation);
    }

    public override async Task<QueryMatrixResponse> QueryMatrix(QueryMatrixRequest request, ServerCallContext context)
    {
        var cancellation = context.CancellationToken;
        if (request.Definitions.Count is 0 or > MostDefinitions) throw Problems.InvalidField("definitions", $"must name 1 to {MostDefinitions}.");
        var ids = request.Definitions.Select(d => ResourceNames.IdIn(DefinitionBook.Prefix, d, "definitions")).Distinct().ToList();
        var (from, to) = (RuleApi.PeriodIn(request.From, "from"), RuleApi.PeriodIn(request.To, "to"));
        if (from.Type != to.Type || from.Code > to.Code || from.Plus(MostPeriods).Code < to.Code) throw Problems.InvalidField("to", $"must be of the same length as from, not before it, and at most {MostPeriods} later.");
        var chosen = await entities.OfAsync(request.Entities, [.. request.EntityKinds.Select(KindIn)], cancellation);
        var (size, after) = (PageToken.Size(request.PageSize), PageToken.Read<Place>(request, request.PageToken));
        var rows = ids.SelectMany(d => chosen.Select(e => (Definition: d, Entity: e))).Skip(after?.Shown ?? 0).Take(size + 1).ToList();
        var (page, next) = PageToken.Cut(request, rows, size, _ => new Place((after?.Shown ?? 0) + size));
        if (page.Count == 0) return new();
        var (block, definitions) = await blocks.ReadAsync(
            new([.. page.Select(r => r.Definition).Distinct()], [.. page.Select(r => r.Entity).DistinctBy(e => e.Id)], from, to, Time(request.KnownOn, "known_on")) { YearsBefore = 0 }, cancellation);
        if (page.Select(r => definitions[r.Definition]).FirstOrDefault(d => d.PeriodType != from.Type) is { } other)
            throw Problems.InvalidField("definitions", $"must have periods as long as from's; '{other.Id}' has those of a {other.PeriodType}.");
        var periods = Periods(from, to);
        return new()
        {
            Periods = { periods.Select(p => p.ToString()) }, NextPageToken = next,
            Rows = { page.Select(r => new MatrixRow { Definition = DefinitionBook.Prefix + r.Definition, Entity = ResourceNames.Entities + r.Entity.Id, Values = { periods.Select(Value(r.Definition, r.Entity)) } }) },
        };

        Func<Period, string> Value(string definition, Entities.Entity entity) => period =>
            block.Of(definition, entity.Id, period) is var v ? SeriesQuery.Shown(request.YearToDate ? v.YearToDate : v.Period, definitions[definition]) : "";
    }

    public override async Task<CompareFiguresResponse> CompareFigures(CompareFiguresRequest request, ServerCallContext context)
    {
        var id = ResourceNames.IdIn(DefinitionBook.Prefix, request.Definition, "definition");
        var period = RuleApi.PeriodIn(request.Period, "period");
        var against = Optional(request.Against, "against") ?? period.InYear(period.Year - 1);
        if (against.Type != period.Type) throw Problems.InvalidField("against", "must be as long as period.");
        if (Math.Abs(against.Year - period.Year) > 50) throw Problems.InvalidField("against", "must be at most 50 years apart.");
        var chosen = await entities.OfAsync(request.Entities, [], context.CancellationToken);
        var (first, last) = period.Code < against.Code ? (period, against) : (against, period);
        var (block, definitions) = await blocks.ReadAsync(new([id], chosen, first, last, Time(request.KnownOn, "known_on")) { YearsBefore = 0 }, context.CancellationToken);
        CheckType(definitions[id], period, "period");
        return new() { Comparisons = { chosen.Select(e => Compared(block, definitions[id], e, period, against)) } };
    }

    public override async Task<EntityTotal> GetTotal(GetTotalRequest request, ServerCallContext context)
    {
        var known = await series.FindAsync(request.Series, context.CancellationToken);
        if (known is not { Definition: { } definition, Entity: { } entity }) throw Problems.NotFound("series", request.Series);
        var period = RuleApi.PeriodIn(request.Period, "period");
        CheckType(definition, period, "period");
        var all = await entities.AllAsync(context.CancellationToken);
        var (block, _) = await blocks.ReadAsync(new([definition.Id], all, period, period, Time(request.KnownOn, "known_on")) { YearsBefore = 0 }, context.CancellationToken);
        var below = all.Where(e => definition.IsAbout(e.Kind) && !e.IsRegion && (definition.EntityKinds.Length > 0 || EntityChoice.Competing.Contains(e.Kind))).ToLookup(e => e.ParentId);
        var rollUp = new RollUp(definition.Aggregation, below, e => Side(definition.Id, e), e => definition.Weight is { } weight ? Side(weight, e) : null);
        var total = below[entity.Id].Any() ? Added(rollUp, entity.Id) : new Total(0, 0, 0, 0);
        return new()
        {
            Series = known.Name, Period = period.ToString(), Total = SeriesQuery.Shown(total.Known > 0 ? Figure(rollUp, total) : null, definition), Recorded = SeriesQuery.Shown(Side(definition.Id, entity.Id), definition),
            Known = total.Known, Missing = total.Missing,
        };

        decimal? Side(string id, string who) => block.Of(id, who, period) is var v && request.YearToDate ? v.YearToDate : v.Period;
    }

    internal static DateTimeOffset? Time(Google.Protobuf.WellKnownTypes.Timestamp? time, string field)
    {
        if (time is null) return null;
        try
        {
            return time.ToDateTimeOffset();
        }
        catch (InvalidOperationException)
        {
            throw Problems.InvalidField(field, "must be a time between the years 1 and 9999.");
        }
    }

    internal static Period? Optional(string text, string field) => text.Length == 0 ? null : RuleApi.PeriodIn(text, field);

    internal static void CheckType(Definitions.Definition definition, Period period, string field)
    {
        if (period.Type != definition.PeriodType) throw Problems.InvalidField(field, $"must be a {definition.PeriodType}, as the indicator's periods are.");
    }

    /// <summary>Amounts too large to be weighed leave the total unknown.</summary>
    static Total Added(RollUp rollUp, string entity)
    {
        try
        {
            return rollUp.Of(entity);
        }
        catch (OverflowException)
        {
            return default;
        }
    }

    static decimal? Figure(RollUp rollUp, Total total) => rollUp.Figure(total) is { } value ? decimal.Round(value, 8) : null;

    static Comparison Compared(FigureBlock block, Definitions.Definition definition, Entities.Entity entity, Period period, Period against)
    {
        var (now, then) = (block.Headline(definition.Id, entity.Id, period), block.Headline(definition.Id, entity.Id, against));
        return new()
        {
            Entity = ResourceNames.Entities + entity.Id, Value = SeriesQuery.Shown(now, definition), AgainstValue = SeriesQuery.Shown(then, definition), Difference = SeriesQuery.Shown(now - then, definition),
            NominalGrowth = definition.Kind == Definitions.IndicatorKind.Growth ? "" : SeriesQuery.Growth(FigureBlock.Growth(now, then)),
            PublishedGrowth = Decimals.Text(block.Told(definition.Id, entity.Id, period)?.Growth),
        };
    }

    static List<Period> Periods(Period from, Period to)
    {
        var periods = new List<Period>();
        for (var period = from; period.Code <= to.Code; period = period.Next) periods.Add(period);
        return periods;
    }

    static EntityKind KindIn(string text) =>
        Enum.TryParse<EntityKind>(text.Replace("ENTITY_KIND_", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var kind) && Enum.IsDefined(kind) && !char.IsDigit(text[0])
            ? kind
            : throw Problems.InvalidField("entity_kinds", $"must be of {string.Join(", ", Enum.GetNames<EntityKind>()).ToUpperInvariant()}.");

    /// <summary>Place in the rows of a matrix.</summary>
    sealed record Place(int Shown);
}
