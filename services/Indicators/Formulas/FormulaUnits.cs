using Suite.Indicators.Quantities;

namespace Suite.Indicators.Formulas;

/// <summary>What a formula counts, from what its parts count.</summary>
public static class FormulaUnits
{
    /// <param name="unitOf">The dimension of an indicator's unit; null where there is no such indicator.</param>
    /// <exception cref="FormulaException">An indicator is unknown, or amounts that count different things are added.</exception>
    public static Dimension Of(Expression formula, Func<string, Dimension?> unitOf) => formula switch
    {
        Expression.Number => Dimension.None,
        Expression.Reference r => unitOf(r.Definition) ?? throw new FormulaException(r.Position, $"there is no indicator '{r.Definition}'"),
        Expression.Negation n => Of(n.Inner, unitOf),
        Expression.Call { Function: Function.Yoy } yoy => Growth(yoy, unitOf),
        Expression.Call call => Of(call.Inner, unitOf),
        Expression.Operation o => Combined(o, Of(o.Left, unitOf), Of(o.Right, unitOf)),
        _ => throw new InvalidOperationException($"A formula cannot hold {formula.GetType().Name}."),
    };

    static Dimension Growth(Expression.Call yoy, Func<string, Dimension?> unitOf)
    {
        _ = Of(yoy.Inner, unitOf);
        return Dimension.None;
    }

    static Dimension Combined(Expression.Operation o, Dimension left, Dimension right) => o.Operator switch
    {
        '*' => left.Times(right),
        '/' => left.Per(right),
        _ => left.Equals(right) ? left : throw new FormulaException(o.Position, $"'{o.Operator}' needs the same unit on both sides, not {left} and {right}"),
    };
}
