namespace Suite.Tasks.Progress;

/// <summary>A report as entered, before its figures are completed.</summary>
public sealed record EnteredContent(string Narrative, string Difficulties, string NextSteps, IReadOnlyList<EnteredFigure> Figures)
{
    public static EnteredContent Of(ReportContent content) => new(content.Narrative, content.Difficulties, content.NextSteps,
        [.. content.Figures.Select(f => new EnteredFigure(f.Ordinal, f.PeriodValue, f.YearToDateValue, f.Note))])
    {
        Parts = content.Parts, Unreported = content.Unreported, Sources = content.Sources,
    };

    public IReadOnlyList<ReportPart> Parts { get; init; } = [];

    public IReadOnlyList<UnreportedFigure> Unreported { get; init; } = [];

    public IReadOnlyList<ReportSource> Sources { get; init; } = [];
}
