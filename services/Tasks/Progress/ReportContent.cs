namespace Suite.Tasks.Progress;

/// <summary>What a unit says in one revision of a report.</summary>
public sealed record ReportContent(string Narrative, string Difficulties, string NextSteps, IReadOnlyList<ReportedFigure> Figures)
{
    public static ReportContent Empty { get; } = new("", "", "", []);

    /// <summary>What is said of single workstreams, in the order of the schedule.</summary>
    public IReadOnlyList<ReportPart> Parts { get; init; } = [];

    /// <summary>Commitments left without a figure, and why.</summary>
    public IReadOnlyList<UnreportedFigure> Unreported { get; init; } = [];

    /// <summary>What was taken over from contributions, one for each revision of them.</summary>
    public IReadOnlyList<ReportSource> Sources { get; init; } = [];
}

/// <summary>Where parts of a report were taken over from: another unit's report on the same task for the same period.</summary>
/// <param name="Fields">Names of the texts.</param>
/// <param name="Ordinals">Of the commitments whose figures.</param>
public sealed record ReportSource(string Unit, string UnitName, int Revision, IReadOnlyList<string> Fields, IReadOnlyList<int> Ordinals);

/// <summary>What a unit says of one workstream.</summary>
public sealed record ReportPart(string Workstream, string Narrative, string Difficulties, string NextSteps);

/// <summary>Why a commitment is left without a figure.</summary>
/// <param name="Ordinal">Of the commitment within the task, from 1.</param>
public sealed record UnreportedFigure(int Ordinal, string Explanation);

/// <summary>A figure with both its values, in the commitment's unit.</summary>
/// <param name="Ordinal">Of the commitment within the task, from 1.</param>
/// <param name="PeriodValue">Within the report's period.</param>
/// <param name="YearToDateValue">From 1 January to the end of the period.</param>
public sealed record ReportedFigure(int Ordinal, decimal PeriodValue, decimal YearToDateValue, string Note);

/// <summary>A figure as entered: one value or both.</summary>
public sealed record EnteredFigure(int Ordinal, decimal? PeriodValue, decimal? YearToDateValue, string Note);
