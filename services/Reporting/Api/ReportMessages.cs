using Google.Protobuf.WellKnownTypes;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.V1;
using FigureSource = Suite.Reporting.V1.FigureSource;
using Signature = Suite.Reporting.V1.Signature;

namespace Suite.Reporting.Api;

/// <summary>Frozen reports as the messages of the contract.</summary>
static class ReportMessages
{
    public static Report Of(ReportRecord report) => new()
    {
        Name = $"reports/{report.Id}",
        Kind = (ReportKind)(int)report.Kind,
        State = (V1.ReportState)(int)report.State,
        Subject = report.Subject,
        Period = report.Period,
        Language = report.Language,
        AsOfTime = report.AsOf.ToTimestamp(),
        KnownRevision = report.Heard,
        Version = report.Version,
        Corrects = report.Corrects is { } wrong ? $"reports/{wrong}" : "",
        Etag = ReportEtag.Of(report),
        Plan = report.Plan,
        Quarter = report.Quarter,
        Number = report.Number,
        Title = report.Title,
        CreateTime = report.CreateTime.ToTimestamp(),
        Creator = report.Creator,
        DocumentSha256 = report.DocumentSha256,
        FileName = Files.NameOf(report, Reports.FileFormat.Docx),
        FigureCount = report.FigureCount,
    };

    public static V1.ReportMilestone Of(Reports.ReportMilestone milestone) => new()
    {
        Step = milestone.Step, Account = milestone.Account, DisplayName = milestone.DisplayName, Time = milestone.Time.ToTimestamp(), Comment = milestone.Comment,
    };

    public static Download Of(ReportDownload download) => new()
    {
        Format = (V1.FileFormat)(int)download.Format, Account = download.Account, DisplayName = download.DisplayName, Unit = download.Unit, Time = download.Time.ToTimestamp(),
    };

    public static V1.FigureChange Of(Papers.FigureChange change) => new()
    {
        Key = change.Key, Label = change.Label, Before = change.Before?.Text ?? "", After = change.After?.Text ?? "",
    };

    public static ReportFigure Of(FrozenFigure figure) => new()
    {
        Key = figure.Key,
        Name = $"reports/{figure.ReportId}/figures/{figure.Ordinal}",
        Label = figure.Label,
        Value = Texts.Number(figure.Value),
        Unit = figure.Unit,
        Formula = figure.Formula,
    };

    public static FigureTrace Trace(FrozenFigure figure) => new() { Figure = Of(figure), Sources = { figure.Sources.Select(Of) } };

    static FigureSource Of(Papers.FigureSource source) => new()
    {
        Task = source.Task,
        ProgressReport = source.Report ?? "",
        Revision = source.Revision,
        Commitment = source.Commitment ?? "",
        UnitDisplayName = source.UnitName ?? "",
        Author = Of(source.Author),
        Approver = Of(source.Approver),
        Reviewer = Of(source.Reviewer),
        Value = source.Value is { } value ? Texts.Number(value) : "",
        Observation = source.Observation is { } observed ? Of(observed) : null,
    };

    static V1.Observation Of(Papers.Observation o) => new()
    {
        Series = o.Series, Period = o.Period, IndicatorDisplayName = o.Indicator, EntityDisplayName = o.EntityName, Unit = o.Unit, PeriodValue = Number(o.PeriodValue),
        YearToDateValue = Number(o.YearToDate), PublishedGrowth = Number(o.Growth), Status = o.Status, Comparator = o.Comparator, Source = o.Origin, SourceRevision = o.OriginRevision,
        Author = new() { Account = o.Author, DisplayName = o.Author, Time = o.KnownSince.ToTimestamp() }, Mark = o.Mark, Why = o.Why, Comment = o.Comment, Note = o.Note,
    };

    static string Number(decimal? value) => value is { } number ? Texts.Number(number) : "";

    static Signature? Of(Facts.Signature? signature) => signature is null ? null : new()
    {
        Account = signature.Account,
        DisplayName = signature.DisplayName,
        Time = signature.Time.ToTimestamp(),
    };
}
