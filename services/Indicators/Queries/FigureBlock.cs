using Suite.Indicators.Definitions;
using Suite.Indicators.Figures;
using Suite.Indicators.Formulas;
using Suite.Indicators.Periods;
using Suite.Indicators.Quantities;

namespace Suite.Indicators.Queries;

/// <summary>Recorded figures of some indicators and entities as of a moment, and what formulas make of them.</summary>
public sealed class FigureBlock
{
    readonly Dictionary<(string Definition, string Entity), SortedList<int, Values>> _lines = [];
    readonly Dictionary<(string Definition, string Entity, int Period), Figure> _figures = [];
    readonly Dictionary<(string Definition, string Entity, int Period, bool ToDate), decimal?> _computed = [];
    readonly Dictionary<string, Expression> _formulas;
    readonly IReadOnlyDictionary<string, Definition> _definitions;
    readonly IReadOnlyDictionary<string, string?> _parents;

    /// <param name="definitions">Those asked for and all that their formulas rest on, by id.</param>
    /// <param name="figures">What counts, with the ids of its indicator and entity.</param>
    /// <param name="parents">The entity above each entity.</param>
    public FigureBlock(
        IReadOnlyDictionary<string, Definition> definitions, IEnumerable<(string Definition, string Entity, Figure Figure)> figures, IReadOnlyDictionary<string, string?> parents)
    {
        (_definitions, _parents) = (definitions, parents);
        _formulas = definitions.Values.Where(d => d.IsComputed).ToDictionary(d => d.Id, d => FormulaReader.Read(d.Formula));
        foreach (var series in figures.GroupBy(f => (f.Definition, f.Entity)))
        {
            foreach (var (_, _, figure) in series) _figures[(series.Key.Definition, series.Key.Entity, figure.Cell.Period.Code)] = figure;
            _lines[series.Key] = SeriesLine.Of(series.Where(s => s.Figure.Status != FigureStatus.Forecast).Select(s => (s.Figure.Cell.Period, new Values(s.Figure.Period, s.Figure.YearToDate))),
                definitions[series.Key.Definition].Accumulation);
        }
    }

    /// <summary>The figure as it was told; null where none was.</summary>
    public Figure? Told(string definition, string entity, Period period) => _figures.GetValueOrDefault((definition, entity, period.Code));

    /// <summary>Entered, derived or worked out by the formula.</summary>
    public Values Of(string definition, string entity, Period period) =>
        _formulas.ContainsKey(definition)
            ? new(Computed(definition, entity, period, false), Computed(definition, entity, period, true))
            : _lines.TryGetValue((definition, entity), out var line) && line.TryGetValue(period.Code, out var values) ? values : default;

    /// <summary>The year to date where there is one, else the period: what ranks and comparisons look at.</summary>
    public decimal? Headline(string definition, string entity, Period period) => Of(definition, entity, period) is var v ? v.YearToDate ?? v.Period : null;

    /// <summary>Growth on the same period of the year before in %, from the series: nominal. Null for what is no amount.</summary>
    public decimal? NominalGrowth(string definition, string entity, Period period, bool toDate)
    {
        if (_definitions[definition].Kind is IndicatorKind.Growth) return null;
        var (now, before) = (Of(definition, entity, period), Of(definition, entity, period.InYear(period.Year - 1)));
        return Growth(toDate ? now.YearToDate : now.Period, toDate ? before.YearToDate : before.Period);
    }

    public static decimal? Growth(decimal? now, decimal? before)
    {
        try
        {
            return before is null or 0 ? null : (now - before) / Math.Abs(before.Value) * 100;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The figures as told that the <see cref="Headline"/> rests on, each once, in order of indicator, entity and period.</summary>
    public IReadOnlyList<Figure> Behind(string definition, string entity, Period period) => Behind(definition, entity, period, Of(definition, entity, period).YearToDate is not null);

    /// <summary>Those that one of the two values rests on; none where it is not known.</summary>
    /// <param name="toDate">The year to date; else the period.</param>
    public IReadOnlyList<Figure> Behind(string definition, string entity, Period period, bool toDate)
    {
        if ((toDate ? Of(definition, entity, period).YearToDate : Of(definition, entity, period).Period) is null) return [];
        if (!_formulas.TryGetValue(definition, out var formula)) return [.. (toDate ? Total(definition, entity, period) : Single(definition, entity, period)).Distinct().OrderBy(f => f.Cell.Period.Code)];
        var trail = new Trail(new Side(this, toDate));
        new Evaluation(trail).Value(formula, entity, period);
        return [.. trail.Seen.SelectMany(s => Behind(s.Definition, s.Entity, s.Period, toDate)).Distinct().OrderBy(f => (f.Cell.Measure, f.Cell.Entity, f.Cell.Period.Code))];
    }

    /// <summary>What was not entered of a period is the difference of two years to date.</summary>
    IEnumerable<Figure> Single(string definition, string entity, Period period)
    {
        if (Entered(definition, entity, period) is not { } own) return [];
        return own.Period is not null || period.Number == 1 || _definitions[definition].Accumulation != TimeAccumulation.Sum ? [own] : [.. Total(definition, entity, period.Previous), own];
    }

    /// <summary>A year to date that was not entered rests on the periods up to it, or on the later ones it was told back from.</summary>
    List<Figure> Total(string definition, string entity, Period period)
    {
        if (Entered(definition, entity, period) is not { } own) return [];
        if (own.YearToDate is not null || _definitions[definition].Accumulation != TimeAccumulation.Sum || period.Number == 1) return [own];
        if (AddsUp(definition, entity, period.Previous)) return [.. Total(definition, entity, period.Previous), own];
        List<Figure> told = [own];
        for (var next = period.Next; next.Number > 1 && Entered(definition, entity, next) is { } later; next = next.Next)
        {
            told.Add(later);
            if (later.YearToDate is not null) break;
        }

        return told;
    }

    /// <summary>Forecasts are shown and not reckoned with.</summary>
    Figure? Entered(string definition, string entity, Period period) => Told(definition, entity, period) is { } told && told.Status != FigureStatus.Forecast ? told : null;

    /// <summary>The year to date was entered or follows from the periods up to it.</summary>
    bool AddsUp(string definition, string entity, Period period) =>
        Entered(definition, entity, period) is { } told && (told.YearToDate is not null || (told.Period is not null && (period.Number == 1 || AddsUp(definition, entity, period.Previous))));

    decimal? Computed(string definition, string entity, Period period, bool toDate)
    {
        var key = (definition, entity, period.Code, toDate);
        if (!_computed.TryGetValue(key, out var value))
            _computed[key] = value = new Evaluation(new Side(this, toDate)).Value(_formulas[definition], entity, period, _definitions[definition].Measure);
        return value;
    }

    sealed class Side(FigureBlock block, bool toDate) : IFigureSource
    {
        public decimal? Value(string definition, string entity, Period period) => block.Of(definition, entity, period) is var v && toDate ? v.YearToDate : v.Period;

        public MeasureUnit UnitOf(string definition) => block._definitions[definition].Measure;

        public string? ParentOf(string entity) => block._parents.GetValueOrDefault(entity);
    }

    /// <summary>Remembers what a formula asks for.</summary>
    sealed class Trail(IFigureSource figures) : IFigureSource
    {
        public List<(string Definition, string Entity, Period Period)> Seen { get; } = [];

        public decimal? Value(string definition, string entity, Period period)
        {
            Seen.Add((definition, entity, period));
            return figures.Value(definition, entity, period);
        }

        public MeasureUnit UnitOf(string definition) => figures.UnitOf(definition);

        public string? ParentOf(string entity) => figures.ParentOf(entity);
    }
}
