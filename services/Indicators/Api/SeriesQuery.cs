using Microsoft.EntityFrameworkCore;
using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Goals;
using Suite.Indicators.Periods;
using Suite.Indicators.Queries;
using Suite.Indicators.Storage;
using Suite.Indicators.V1;
using Figure = Suite.Indicators.Figures.Figure;
using PeriodType = Suite.Indicators.Periods.PeriodType;
using SeriesMessage = Suite.Indicators.V1.Series;

namespace Suite.Indicators.Api;

/// <summary>One series with everything about it: of a definition, or of an indicator of a task.</summary>
/// <param name="Definition">For an indicator of a task one made up from its commitments.</param>
/// <param name="Targets">What is to be reached, by code of period.</param>
public sealed record WholeSeries(KnownSeries Key, Definitions.Definition Definition, FigureBlock Block, IReadOnlyDictionary<int, Judging.Aim> Targets, Period From, Period To)
{
    public string Entity => Key.Entity?.Id ?? "";

    public Values At(Period period) => Block.Of(Definition.Id, Entity, period);
}

/// <summary>Reads series.</summary>
public sealed class SeriesQuery(
    IndicatorsDbContext db, SeriesNames names, BlockReader blocks, FigureStore store, GoalBook goals, SeriesEtags etags, FigureMessages messages, CityCalendar calendar)
{
    const int UsualYears = 5;

    public Task<KnownSeries> FindAsync(string name, CancellationToken cancellation) => names.FindAsync(name, calendar.Today, cancellation);

    public Task<string> EtagAsync(KnownSeries series, CancellationToken cancellation) => etags.OfAsync(series, cancellation);

    public async Task<WholeSeries> ReadAsync(KnownSeries key, Period? from, Period? to, DateTimeOffset? knownOn, CancellationToken cancellation) =>
        key is { Definition: { } definition, Entity: { } entity }
            ? await DefinedAsync(key, definition, entity, from, to, knownOn, cancellation)
            : await PromisedAsync(key, from, to, knownOn, cancellation);

    /// <param name="etag">As it was before the series was read: what is recorded meanwhile makes it old, never the other way round.</param>
    public async Task<SeriesMessage> ShowAsync(WholeSeries series, string etag, CancellationToken cancellation)
    {
        var (definition, block) = (series.Definition, series.Block);
        var periods = new List<Period>();
        for (var period = series.From; period.Code <= series.To.Code; period = period.Next) periods.Add(period);
        var told = periods.Select(p => block.Told(definition.Id, series.Entity, p)).OfType<Figure>().ToList();
        var figures = (await messages.OfAsync(told, _ => series.Key.Name, cancellation)).ToDictionary(f => f.Period);
        var points = periods.Select(p => PointOf(series, p, figures.GetValueOrDefault(p.ToString()))).Where(p => p.Figure is not null || (p.PeriodValue + p.YearToDateValue + p.TargetValue).Length > 0);
        return new()
        {
            Name = series.Key.Name, DisplayName = definition.Name, EntityDisplayName = series.Key.Entity?.Name ?? "", Unit = definition.Unit, Points = { points },
            Etag = etag,
        };
    }

    static SeriesPoint PointOf(WholeSeries series, Period period, V1.Figure? figure)
    {
        var values = series.At(period);
        return new()
        {
            Period = period.ToString(), PeriodValue = Shown(values.Period, series.Definition), YearToDateValue = Shown(values.YearToDate, series.Definition),
            NominalGrowth = Growth(series.Block.NominalGrowth(series.Definition.Id, series.Entity, period, false)),
            NominalYearToDateGrowth = Growth(series.Block.NominalGrowth(series.Definition.Id, series.Entity, period, true)),
            TargetValue = Decimals.Text(series.Targets.GetValueOrDefault(period.Code)?.Value), Figure = figure,
        };
    }

    /// <summary>What was worked out is rounded as the definition says; what was entered is left alone.</summary>
    public static string Shown(decimal? value, Definitions.Definition definition) => Decimals.Text(value is { } v && definition.IsComputed ? decimal.Round(v, definition.Decimals, MidpointRounding.AwayFromZero) : value);

    public static string Growth(decimal? percent) => Decimals.Text(percent is { } p ? decimal.Round(p, 2, MidpointRounding.AwayFromZero) : null);

    async Task<WholeSeries> DefinedAsync(
        KnownSeries key, Definitions.Definition definition, Entities.Entity entity, Period? from, Period? to, DateTimeOffset? knownOn, CancellationToken cancellation)
    {
        var last = to ?? Period.Of(definition.PeriodType, calendar.Today.Year, Period.PerYear(definition.PeriodType));
        var first = from ?? Period.Of(last.Type, last.Year - UsualYears, 1);
        Check(definition, first, last);
        var block = definition.IsComputed
            ? (await blocks.ReadAsync(new([definition.Id], [entity], first, last, knownOn), cancellation)).Block
            : await blocks.OneAsync(key.Measure, definition, entity, first, last, knownOn, cancellation);
        var inForce = await goals.InForceAsync(key.Measure, key.EntityNumber, knownOn, cancellation);
        return new(key, definition, block, inForce.ToDictionary(g => g.Key, g => new Judging.Aim(g.Value.Value, g.Value.AtMost)), first, last);
    }

    async Task<WholeSeries> PromisedAsync(KnownSeries key, Period? from, Period? to, DateTimeOffset? knownOn, CancellationToken cancellation)
    {
        var id = ResourceNames.IndicatorId(key.Name)!;
        var row = await db.Indicators.AsNoTracking().Include(i => i.Targets).SingleAsync(i => i.Id == id, cancellation);
        var definition = Promised(row);
        var (first, last) = (from ?? Period.Of(PeriodType.Quarter, row.Year, 1), to ?? Period.Of(PeriodType.Quarter, row.Year, 4));
        Check(definition, first, last);
        var figures = await store.LatestAsync([key.Measure], [0], first.InYear(first.Year - 1), last, knownOn, cancellation);
        var block = new FigureBlock(new Dictionary<string, Definitions.Definition> { [id] = definition }, figures.Select(f => (id, "", f)), new Dictionary<string, string?>());
        var targets = row.Targets.Where(t => t.YearToDate is not null).GroupBy(t => t.Quarter).ToDictionary(
            t => Period.Of(PeriodType.Quarter, row.Year, t.Key).Code, t => new Judging.Aim(t.OrderBy(x => x.Ordinal).Last().YearToDate!.Value, t.All(x => x.Comparator is "LE" or "LT")));
        return new(key, definition, block, targets, first, last);
    }

    static Definitions.Definition Promised(IndicatorRow row) => new()
    {
        Id = row.Id, Name = row.Measure, Unit = row.Unit, Kind = row.GrowthRate ? Definitions.IndicatorKind.Growth : Definitions.IndicatorKind.Flow, PeriodType = PeriodType.Quarter,
        // A level or rate (no period value in its targets) is not added up; reports tell both values anyway.
        Accumulation = !row.GrowthRate && row.Targets.Exists(t => t.Period is not null) ? Definitions.TimeAccumulation.Sum : Definitions.TimeAccumulation.None,
        Aggregation = Definitions.Aggregation.None,
    };

    static void Check(Definitions.Definition definition, Period from, Period to)
    {
        if (from.Type != definition.PeriodType || to.Type != definition.PeriodType) throw ServiceDefaults.Errors.Problems.InvalidField("from", $"and to must be periods of a {definition.PeriodType}, as the indicator's are.");
        if (from.Code > to.Code || from.Plus(600).Code < to.Code) throw ServiceDefaults.Errors.Problems.InvalidField("to", "must not be before from, and at most 600 periods later.");
    }
}
