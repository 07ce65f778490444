namespace Suite.Tasks.Progress;

/// <summary>What a unit says in one revision of a report.</summary>
public sealed record ReportContent(string Narrative, string Difficulties, string NextSteps, IReadOnlyList<ReportedFigure> Figures)
{
    public static ReportContent Empty { get; } = new("", "", "", []);
}

/// <summary>A figure with both its values, in the commitment's unit.</summary>
/// <param name="Ordinal">Of the commitment within the task, from 1.</param>
/// <param name="PeriodValue">Within the quarter.</param>
/// <param name="YearToDateValue">From 1 January to the end of the quarter.</param>
public sealed record ReportedFigure(int Ordinal, decimal PeriodValue, decimal YearToDateValue, string Note);

/// <summary>A figure as entered: one value or both.</summary>
public sealed record EnteredFigure(int Ordinal, decimal? PeriodValue, decimal? YearToDateValue, string Note);
