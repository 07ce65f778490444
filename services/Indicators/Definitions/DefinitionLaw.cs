using Suite.Indicators.Formulas;
using Suite.Indicators.Quantities;

namespace Suite.Indicators.Definitions;

/// <summary>A field that is wrong, and what was expected of it.</summary>
public sealed record Fault(string Field, string Expected);

/// <summary>What must hold for a definition beside the others.</summary>
/// <param name="others">Finds another indicator by its id; null where there is none.</param>
/// <param name="above">The indicators whose formulas speak of this one; empty for none.</param>
public sealed class DefinitionLaw(Func<string, Definition?> others, Func<string, IEnumerable<string>> above)
{
    const int MostDecimals = 10;

    public IReadOnlyList<Fault> Faults(Definition definition) =>
        [.. Own(definition).Concat(definition.IsComputed ? InFormula(definition) : []).Concat(InWeight(definition))];

    static IEnumerable<Fault> Own(Definition d)
    {
        if (UnitReader.Read(d.Unit) is not { } unit)
        {
            yield return new("unit", "must be a unit such as 亿元, 万人, 元/人 or %: a magnitude of 十百千万亿, then what is counted.");
            yield break;
        }

        if (d.Kind == IndicatorKind.Growth && !unit.Dimension.IsNone) yield return new("unit", "of a rate of growth must be %, 百分点, ‰ or 倍.");
        if (d.Decimals is < 0 or > MostDecimals) yield return new("decimals", $"must be 0 to {MostDecimals}.");
        if (d.Accumulation == TimeAccumulation.Sum && d.Kind != IndicatorKind.Flow) yield return new("accumulation", "may be SUM for a flow only.");
        if (d.Aggregation == Aggregation.Sum && d.Kind is not (IndicatorKind.Flow or IndicatorKind.Stock)) yield return new("aggregation", "may be SUM for a flow or a stock only.");
        var band = d is { BandLow: not null, BandHigh: not null };
        if (d.Direction == Direction.Band && !(band && d.BandLow <= d.BandHigh)) yield return new("band_low", "must be given with a band_high that is no less.");
        if (d.Direction != Direction.Band && (d.BandLow ?? d.BandHigh) is not null) yield return new("band_low", "and band_high belong to DIRECTION_BAND.");
        if ((d.Aggregation == Aggregation.WeightedMean) != d.Weight is not null) yield return new("weight", "must be given with WEIGHTED_MEAN, and with nothing else.");
    }

    IEnumerable<Fault> InWeight(Definition d)
    {
        if (d.Weight is null) yield break;
        if (d.Weight == d.Id || others(d.Weight) is not { } weight) yield return new("weight", $"must be another indicator that is defined; '{d.Weight}' is not.");
        else if (weight.PeriodType != d.PeriodType) yield return new("weight", $"must have periods of the same length; '{d.Weight}' has those of a {weight.PeriodType}.");
    }

    IEnumerable<Fault> InFormula(Definition d)
    {
        Fault? fault = null;
        try
        {
            var formula = FormulaReader.Read(d.Formula);
            Check(d, formula);
        }
        catch (FormulaException error)
        {
            fault = new("formula", $"is wrong {error.Message}.");
        }

        if (fault is not null) yield return fault;
    }

    void Check(Definition d, Expression formula)
    {
        var counted = FormulaUnits.Of(formula, id => Other(d, id)?.Measure.Dimension);
        if (UnitReader.Read(d.Unit) is { } unit && !counted.Equals(unit.Dimension))
            throw new FormulaException(formula.Position, $"the formula counts {counted}, the indicator's unit {unit.Dimension}");
        foreach (var reference in formula.All().OfType<Expression.Reference>())
        {
            if (Other(d, reference.Definition) is { } other && other.PeriodType != d.PeriodType)
                throw new FormulaException(reference.Position, $"'{other.Id}' has periods of a {other.PeriodType}, this indicator those of a {d.PeriodType}");
        }

        if (FormulaCycles.Through(d.Id, id => References(Other(d, id))) is { } way)
        {
            var first = formula.All().OfType<Expression.Reference>().First(r => r.Definition == way[1]);
            throw new FormulaException(first.Position, $"the formula rests on itself: {string.Join(" → ", way)}");
        }

        if (FormulaCycles.Depth(d.Id, id => References(Other(d, id))) + FormulaCycles.Depth(d.Id, above) > FormulaCycles.Deepest)
            throw new FormulaException(0, $"formulas may rest on one another at most {FormulaCycles.Deepest} times in a row");
    }

    /// <summary>The indicator itself as it would be, the others as they are.</summary>
    Definition? Other(Definition d, string id) => id == d.Id ? d : others(id);

    public static IReadOnlySet<string> References(Definition? d) => d is { IsComputed: true } ? FormulaReader.Read(d.Formula).References : new HashSet<string>();
}
