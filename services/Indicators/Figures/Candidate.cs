using Suite.Indicators.Periods;

namespace Suite.Indicators.Figures;

/// <summary>A figure before it is recorded, in the definition's unit and period type.</summary>
/// <param name="Row">Row of the file, from 1; 0 without one. For a call, its place in the request, from 0.</param>
public sealed record Candidate(
    Cell Cell, decimal? PeriodValue, decimal? YearToDate, decimal? Growth, FigureStatus Status, Comparator Comparator, string? Note, string? Comment, int Row)
{
    public Period Period => Cell.Period;

    public Values Values => new(PeriodValue, YearToDate);

    public Figure At(DateTimeOffset knownAt, long mark, long change, int source) =>
        new(Cell, knownAt, mark, change, source, Status, Comparator, PeriodValue, YearToDate, Growth, Note, Comment);
}
