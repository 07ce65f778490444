namespace Suite.Tasks.Decomposition.Quantities;

/// <summary>Makes amounts comparable that are written in different magnitudes.</summary>
internal static class Scale
{
    /// <summary>The unit without its magnitude; empty where none is written.</summary>
    internal static string Kind(Commitment amount) => amount.Unit?.TrimStart('十', '百', '千', '万', '亿') ?? "";

    /// <summary>The amount in that unit, to compare; the upper end of a range.</summary>
    internal static double Base(Commitment amount) => InUnit(amount.MaxValue ?? amount.Value, amount.Unit);

    /// <summary>The amount in that unit; the lower end of a range.</summary>
    internal static double Low(Commitment amount) => InUnit(amount.Value, amount.Unit);

    private static double InUnit(decimal written, string? unit)
    {
        var value = (double)written;
        for (var i = 0; i < unit?.Length && Units.IsMagnitude(unit[i]); i++)
            value *= unit[i] switch { '十' => 10, '百' => 100, '千' => 1_000, '万' => 10_000, _ => 100_000_000 };
        return value;
    }

    internal static bool IsNear(double value, double goal) => Math.Abs(value - goal) <= Math.Abs(goal) * 0.001;
}
