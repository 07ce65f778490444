namespace Suite.Indicators.Series;

/// <summary>What one promise says of a quarter.</summary>
/// <param name="Quarter">1 to 4.</param>
/// <param name="YearToDate">From 1 January to the end of the quarter; null where only the quarter's own amount can be told.</param>
/// <param name="Period">Within the quarter; null where only the year to date can be told.</param>
/// <param name="Comparator">GE, GT, LE, LT, EQ or APPROX.</param>
/// <param name="Commitment">The promise it comes from.</param>
public sealed record SeriesPoint(int Quarter, decimal? YearToDate, decimal? Period, string Comparator, string Commitment);
