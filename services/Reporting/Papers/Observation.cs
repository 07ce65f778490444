namespace Suite.Reporting.Papers;

/// <summary>A figure of the service indicators as it was told there once: what stands behind a figure of a league table.</summary>
/// <param name="Series">definitions/{definition}/series/{entity}</param>
/// <param name="Period">2024Q1</param>
/// <param name="Indicator">Name of what is measured.</param>
/// <param name="Unit">Of the values.</param>
/// <param name="Growth">In %, as published.</param>
/// <param name="Status">PRELIMINARY, REVISED, FINAL or FORECAST.</param>
/// <param name="Comparator">EQ, GE, GT, LE, LT or APPROX.</param>
/// <param name="Origin">Where it comes from: a report, a file, a document; empty for a call.</param>
/// <param name="OriginRevision">Of that report; 0 for others.</param>
/// <param name="Author">Account that said so.</param>
/// <param name="KnownSince">Since when it is known.</param>
/// <param name="Mark">Tells figures of the same time apart.</param>
public sealed record Observation(
    string Series, string Period, string Indicator, string EntityName, string Unit, decimal? PeriodValue, decimal? YearToDate, decimal? Growth, string Status, string Comparator,
    string Origin, int OriginRevision, string Author, DateTimeOffset KnownSince, long Mark, string Why, string Comment, string Note);
