using Suite.Indicators.Periods;
using Suite.Indicators.Quantities;

namespace Suite.Indicators.Formulas;

/// <summary>Values of one moment, for formulas.</summary>
public interface IFigureSource
{
    /// <summary>The indicator's value, in its unit; null where it is not known.</summary>
    decimal? Value(string definition, string entity, Period period);

    MeasureUnit UnitOf(string definition);

    /// <summary>The entity above; null at the top.</summary>
    string? ParentOf(string entity);
}

/// <summary>Works out formulas. What is missing, divided by zero or too large is not known (null).</summary>
public sealed class Evaluation(IFigureSource figures)
{
    /// <returns>The value in base units: multiply out with the unit of the indicator that has the formula.</returns>
    public decimal? Value(Expression formula, string entity, Period period)
    {
        try
        {
            return Of(formula, entity, period);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The value in a unit.</summary>
    public decimal? Value(Expression formula, string entity, Period period, MeasureUnit unit) =>
        Value(formula, entity, period) is { } bare ? new MeasureUnit("", 1, unit.Dimension).Convert(bare, unit) : null;

    decimal? Of(Expression formula, string entity, Period period) => formula switch
    {
        Expression.Number n => n.Value,
        Expression.Reference r => figures.Value(r.Definition, entity, period) * figures.UnitOf(r.Definition).Factor,
        Expression.Negation n => -Of(n.Inner, entity, period),
        Expression.Operation o => Combined(o.Operator, Of(o.Left, entity, period), Of(o.Right, entity, period)),
        Expression.Call c => Called(c, entity, period),
        _ => throw new InvalidOperationException($"A formula cannot hold {formula.GetType().Name}."),
    };

    decimal? Called(Expression.Call call, string entity, Period period) => call.Function switch
    {
        Function.LastYear => Of(call.Inner, entity, period.InYear(period.Year - 1)),
        Function.Previous => Of(call.Inner, entity, period.Previous),
        Function.Parent => figures.ParentOf(entity) is { } parent ? Of(call.Inner, parent, period) : null,
        _ => Growth(Of(call.Inner, entity, period), Of(call.Inner, entity, period.InYear(period.Year - 1))),
    };

    static decimal? Growth(decimal? now, decimal? before) => before is null or 0 ? null : (now - before) / Math.Abs(before.Value);

    static decimal? Combined(char @operator, decimal? left, decimal? right) => @operator switch
    {
        '+' => left + right,
        '-' => left - right,
        '*' => left * right,
        _ => right is null or 0 ? null : left / right,
    };
}
