namespace Suite.Indicators.Periods;

/// <summary>How long the periods of a series are; the values are those in a period's code.</summary>
public enum PeriodType
{
    Month = 1,
    Quarter = 2,
    HalfYear = 3,
    Year = 4,
}
