namespace Suite.Indicators.Figures;

/// <summary>How sure a figure is. Values as in the contract.</summary>
public enum FigureStatus
{
    Preliminary = 1,
    Revised = 2,
    Final = 3,

    /// <summary>Somebody's forecast: kept and shown, never judged by.</summary>
    Forecast = 4,
}

/// <summary>What the source says of an amount: exactly, more than, about.</summary>
public enum Comparator
{
    Eq = 0,
    Ge = 1,
    Gt = 2,
    Le = 3,
    Lt = 4,
    Approx = 5,
}
