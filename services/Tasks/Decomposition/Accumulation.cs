namespace Suite.Tasks.Decomposition;

/// <summary>From when an amount counts.</summary>
public enum Accumulation
{
    /// <summary>Not decidable, or the amount does not add up: ratios, rates, levels.</summary>
    Undetermined,

    /// <summary>From 1 January to the end of the quarter.</summary>
    Cumulative,

    /// <summary>Within the named quarters only.</summary>
    InPeriod,
}
