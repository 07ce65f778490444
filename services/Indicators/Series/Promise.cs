namespace Suite.Indicators.Series;

/// <summary>A quantity that a task promises.</summary>
/// <param name="Commitment">plans/{plan}/tasks/{number}/commitments/{ordinal}</param>
/// <param name="Annual">The annual target promises it; otherwise an item of the schedule does.</param>
/// <param name="Workstream">Empty for the whole task.</param>
/// <param name="Unit">As written; empty where none is.</param>
/// <param name="Comparator">GE, GT, LE, LT, EQ or APPROX.</param>
/// <param name="Quarters">1 to 4, ascending; empty means the whole year.</param>
/// <param name="EachQuarter">The amount is promised anew in each of the quarters.</param>
public sealed record Promise(
    string Commitment, bool Annual, string Workstream, string Measure, string Unit, decimal Value, string Comparator,
    Accumulation Accumulation, bool GrowthRate, IReadOnlyList<int> Quarters, bool EachQuarter)
{
    /// <summary>Amounts of one year that add up; rates and levels do not.</summary>
    public bool Adds => Accumulation != Accumulation.Undetermined && !GrowthRate;

    /// <summary>The first quarter it is about, 1 to 4.</summary>
    public int First => Quarters.Count == 0 ? 1 : Quarters[0];

    /// <summary>The quarter by whose end it is due, 1 to 4.</summary>
    public int Last => Quarters.Count == 0 ? YearLine.Quarters : Quarters[^1];
}
