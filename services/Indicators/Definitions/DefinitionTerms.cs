namespace Suite.Indicators.Definitions;

/// <summary>What kind of amount an indicator is. Values as in the contract.</summary>
public enum IndicatorKind
{
    Flow = 1,
    Stock = 2,
    Ratio = 3,
    Growth = 4,
    Index = 5,
}

/// <summary>What is better. Values as in the contract.</summary>
public enum Direction
{
    More = 1,
    Less = 2,
    Band = 3,
}

/// <summary>How the year to date comes from periods. Values as in the contract.</summary>
public enum TimeAccumulation
{
    Sum = 1,
    Last = 2,
    None = 3,
}

/// <summary>How an entity's figure comes from those below it. Values as in the contract.</summary>
public enum Aggregation
{
    Sum = 1,
    WeightedMean = 2,
    None = 3,
}
