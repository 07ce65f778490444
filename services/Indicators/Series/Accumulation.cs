namespace Suite.Indicators.Series;

/// <summary>From when a promised amount counts.</summary>
public enum Accumulation
{
    /// <summary>A ratio, rate or level, or the text does not tell: the amount stands for itself and is never added.</summary>
    Undetermined,

    /// <summary>From 1 January to the end of the quarter.</summary>
    Cumulative,

    /// <summary>Within the named quarters.</summary>
    InPeriod,
}
