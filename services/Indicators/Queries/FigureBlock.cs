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
}
