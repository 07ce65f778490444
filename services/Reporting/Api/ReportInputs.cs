using Google.Protobuf.WellKnownTypes;
using Suite.Reporting.Papers;
using Suite.Reporting.Reports;
using Suite.Reporting.V1;
using Suite.ServiceDefaults.Errors;
using ReportState = Suite.Reporting.Reports.ReportState;
using FileFormat = Suite.Reporting.Reports.FileFormat;

namespace Suite.Reporting.Api;

/// <summary>Reads what is asked for; what is wrong is named field by field.</summary>
public sealed class ReportInputs(ReportingOptions options, TimeProvider clock)
{
    static readonly string[] Languages = ["zh-CN", "en"];

    public static bool IsLanguage(string language) => Languages.Contains(language);

    public ReportWish WishOf(Report? report)
    {
        var violations = new List<FieldViolation>();
        var kind = (PaperKind)(int)(report?.Kind ?? ReportKind.Unspecified);
        if (!System.Enum.IsDefined(kind)) violations.Add(new("report.kind", "must be one of the kinds, e.g. REPORT_KIND_BULLETIN."));
        if (!ReportNames.IsPlan(report?.Plan ?? "")) violations.Add(new("report.plan", "must be plans/{plan}."));
        if (report?.Quarter is not (>= 1 and <= 4)) violations.Add(new("report.quarter", "must be 1 to 4."));
        var subject = report?.Subject ?? "";
        if (SubjectRule(kind, subject) is { } rule) violations.Add(new("report.subject", rule));
        var period = report?.Period ?? "";
        if (PeriodRule(kind, subject, period) is { } wrong) violations.Add(new("report.period", wrong));
        var language = report?.Language is { Length: > 0 } asked ? asked : options.Language;
        if (!Languages.Contains(language)) violations.Add(new("report.language", "must be zh-CN or en."));
        var (asOf, known) = (TimeOf(report?.AsOfTime, "report.as_of_time", violations), TimeOf(report?.KnownTime, "report.known_time", violations));
        if (violations.Count > 0) throw Problems.InvalidFields(violations);
        return new(kind, report!.Plan, report.Quarter, subject, language, asOf, known) { Period = period };
    }

    public static ReportFilter FilterOf(ListReportsRequest request, bool everything)
    {
        if (request.Plan.Length > 0 && !ReportNames.IsPlan(request.Plan)) throw Problems.InvalidField("plan", "must be plans/{plan}.");
        if (!System.Enum.IsDefined(request.Kind)) throw Problems.InvalidField("kind", "is no kind of report.");
        if (!System.Enum.IsDefined(request.State)) throw Problems.InvalidField("state", "is no state of a report.");
        return new(
            request.Plan, request.Subject, request.Kind == ReportKind.Unspecified ? null : (PaperKind)(int)request.Kind,
            request.State == V1.ReportState.Unspecified ? null : (ReportState)(int)request.State, everything);
    }

    public static FileFormat FormatOf(V1.FileFormat format) => format switch
    {
        V1.FileFormat.Unspecified => FileFormat.Docx,
        _ when System.Enum.IsDefined(format) => (FileFormat)(int)format,
        _ => throw Problems.InvalidField("format", "is no format of a document."),
    };

    static string? SubjectRule(PaperKind kind, string subject) => kind switch
    {
        PaperKind.Scorecard when !ReportNames.IsOf("units", subject) => "must be units/{unit}.",
        PaperKind.Portfolio when !ReportNames.IsOf("people", subject) => "must be people/{person}.",
        PaperKind.LeagueTable when subject.Length > 0 && !ReportNames.IsOf("leagues", subject) => "must be leagues/{league}, or empty to rank the lead units.",
        not (PaperKind.Scorecard or PaperKind.Portfolio or PaperKind.LeagueTable) when subject.Length > 0 => "must be empty for this kind.",
        _ => null,
    };

    static string? PeriodRule(PaperKind kind, string subject, string period) => (kind == PaperKind.LeagueTable && subject.Length > 0) switch
    {
        true when !ReportNames.IsPeriod(period) => "must be a period of the league: 2024-03, 2024Q1, 2024H1 or 2024.",
        false when period.Length > 0 => "must be empty but for the table of a league.",
        _ => null,
    };

    DateTimeOffset? TimeOf(Timestamp? time, string field, List<FieldViolation> violations)
    {
        if (time is null) return null;
        if (time.Seconds < -62135596800 || time.Seconds > 253402300799 || time.Nanos is < 0 or > 999_999_999) violations.Add(new(field, "must be a time."));
        else if (time.ToDateTimeOffset() > clock.GetUtcNow()) violations.Add(new(field, "must not be in the future."));
        else return time.ToDateTimeOffset();
        return null;
    }
}
