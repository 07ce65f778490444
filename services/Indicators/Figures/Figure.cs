using Suite.Indicators.Periods;

namespace Suite.Indicators.Figures;

/// <summary>A place for a figure: one indicator of one entity in one period.</summary>
/// <param name="Measure">Number of the indicator.</param>
/// <param name="Entity">Number of the entity; 0 for an indicator of a task, which stands for itself.</param>
public readonly record struct Cell(int Measure, int Entity, Period Period);

/// <summary>A figure as it was told once; never changed. What was not told is null.</summary>
/// <param name="KnownAt">Since when it is known, in whole microseconds.</param>
/// <param name="Mark">Tells figures of the same place and time apart, by what they are and not by when they arrived.</param>
/// <param name="Source">Number of the <see cref="FigureSource"/>.</param>
/// <param name="Change">Place in the change feed, from 1.</param>
/// <param name="Growth">In % on the year before, as published.</param>
public sealed record Figure(
    Cell Cell, DateTimeOffset KnownAt, long Mark, long Change, int Source, FigureStatus Status, Comparator Comparator,
    decimal? Period, decimal? YearToDate, decimal? Growth, string? Note, string? Comment)
{
    /// <summary>Of two figures of one place the one that counts; the same whichever is asked first.</summary>
    public bool Supersedes(Figure other) => (KnownAt, Mark).CompareTo((other.KnownAt, other.Mark)) > 0;

    /// <summary>True where both say the same, whoever said it when.</summary>
    public bool SaysTheSame(Figure other) =>
        (Status, Comparator, Period, YearToDate, Growth, Note) == (other.Status, other.Comparator, other.Period, other.YearToDate, other.Growth, other.Note);
}
