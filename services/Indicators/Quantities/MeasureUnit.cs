namespace Suite.Indicators.Quantities;

/// <summary>
/// What an amount is counted in: 万元 is 10,000 of the base 元, 亿元/平方公里 is 100,000,000 of 元 for each 平方公里, % is a hundredth of a bare
/// number. Two units measure the same where their dimensions are equal.
/// </summary>
/// <param name="Text">As written, in compatibility form: 亿元.</param>
/// <param name="Factor">How many of the base units one of this unit is; greater than 0.</param>
/// <param name="Dimension">What is counted, without magnitude.</param>
public sealed record MeasureUnit(string Text, decimal Factor, Dimension Dimension)
{
    /// <summary>A bare number.</summary>
    public static readonly MeasureUnit One = new("", 1, Dimension.None);

    /// <summary>The amount in another unit of the same dimension; null where it is too large for a decimal.</summary>
    public decimal? Convert(decimal amount, MeasureUnit to)
    {
        if (Factor == to.Factor) return amount;
        try
        {
            return Factor > to.Factor ? amount * (Factor / to.Factor) : amount / (to.Factor / Factor);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
