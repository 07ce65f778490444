namespace Suite.Walkthrough.Gateway;

// The parts of progress.proto, indicator.proto and report.proto that the walkthrough reads, as proto3 JSON spells them.

sealed record ProgressReport(string Name, string State, int Revision, string Light, IReadOnlyList<Figure> Figures, IReadOnlyList<ProgressStep> Steps);

sealed record Figure(string Commitment, string PeriodValue, string YearToDateValue, string Measure, string Unit);

sealed record ProgressStep(string Kind, int Revision, string Actor, string ActorDisplayName, DateTimeOffset? Time, string Comment);

sealed record IndicatorPage(IReadOnlyList<Indicator> Indicators, string? NextPageToken) : IPage;

sealed record Indicator(
    string Name, string DisplayName, string Unit, string Workstream, IReadOnlyList<TargetPoint> Targets, IReadOnlyList<Observation> Observations);

sealed record TargetPoint(int Quarter, string YearToDateValue, string PeriodValue, string Comparator, string Commitment);

sealed record Observation(string Name, int Quarter, string PeriodValue, string YearToDateValue, string Report, int Revision);

sealed record BulletinPage(IReadOnlyList<Bulletin> Reports, string? NextPageToken) : IPage;

sealed record Bulletin(
    string Name, string Kind, int Quarter, int Number, string Title, DateTimeOffset? CreateTime, string DocumentSha256, string FileName, int FigureCount);

sealed record FigurePage(IReadOnlyList<ReportFigure> Figures, string? NextPageToken) : IPage;

sealed record ReportFigure(string Name, string Label, string Value, string Unit, string Formula);

sealed record FigureTrace(ReportFigure Figure, IReadOnlyList<FigureSource> Sources);

sealed record FigureSource(
    string Task, string ProgressReport, int Revision, string Commitment, string UnitDisplayName,
    Signature? Author, Signature? Approver, Signature? Reviewer, string Value);

sealed record Signature(string Account, string DisplayName, DateTimeOffset? Time);
