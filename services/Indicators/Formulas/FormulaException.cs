namespace Suite.Indicators.Formulas;

/// <summary>A formula that cannot be used.</summary>
/// <param name="position">UTF-16 offset into the formula, from 0, of the first character that is wrong.</param>
/// <param name="expected">What was expected there.</param>
public sealed class FormulaException(int position, string expected) : Exception($"at position {position}: {expected}")
{
    public int Position { get; } = position;

    public string Expected { get; } = expected;
}
