using System.Globalization;
using System.Text.RegularExpressions;
using Google.Protobuf.Collections;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Identity;
using Suite.Tasks.Naming;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Api;

/// <summary>Reads request fields into domain values; what is wrong is named with what was expected.</summary>
static partial class Inputs
{
    const int LongText = 4000;
    const int ShortText = 500;
    const int MaxComment = 1000;
    const int MaxFigures = 200;

    public static Actor ActorOf(Access access) => new(access.Caller.Account, access.Caller.DisplayName);

    public static string UnitOf(Access access) => access.Caller.Unit is { } unit
        ? ResourceNames.IdOf(unit)
        : throw Problems.Because(Errors.V1.Reason.OutOfScope, $"'{access.Caller.Account}' belongs to no unit.");

    /// <summary>units/{unit} or {unit}; null for empty.</summary>
    public static string? Id(string value, string field)
    {
        if (value.Length == 0) return null;
        var id = ResourceNames.IdOf(value);
        return ResourceNames.IsId(id) ? id : throw Problems.InvalidField(field, "must be a resource name or its last part.");
    }

    public static string Text(string value, string field, int most) =>
        value.Length <= most ? value : throw Problems.InvalidField(field, $"must be at most {most} characters; it has {value.Length}.");

    public static string Comment(string value) => Text(value, "comment", MaxComment);

    /// <summary>Why something is decided: whoever reads the audit must be able to tell.</summary>
    public static string Reason(string value, string field = "reason") => string.IsNullOrWhiteSpace(value)
        ? throw Problems.InvalidField(field, "must say why.")
        : Text(value, field, MaxComment);

    /// <summary>A number that must be given; its range is the rule's.</summary>
    public static decimal Decimal(string value, string field) => Amount(value, field) ?? throw Problems.InvalidField(field, "must be given, as a decimal number.");

    /// <summary>The value that a filter asks for; null for none.</summary>
    public static T? Only<T>(T asked, string field)
        where T : struct, Enum =>
        Convert.ToInt32(asked, CultureInfo.InvariantCulture) == 0 ? null
        : Enum.IsDefined(asked) ? asked
        : throw Problems.InvalidField(field, $"must be a {typeof(T).Name}.");

    /// <summary>The instant a field says; null where it is not set.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static DateTimeOffset? Time(Google.Protobuf.WellKnownTypes.Timestamp? value, string field)
    {
        if (value is null) return null;
        const long First = -62135596800;
        const long Last = 253402300799;
        return value.Seconds is >= First and <= Last && value.Nanos is >= 0 and < 1_000_000_000
            ? value.ToDateTimeOffset()
            : throw Problems.InvalidField(field, "must be a time of the years 1 to 9999.");
    }

    public static int Quarter(int value, string field) =>
        value is >= 1 and <= 4 ? value : throw Problems.InvalidField(field, "must be 1, 2, 3 or 4.");

    public static EnteredContent Content(V1.ProgressReport report, TaskName task) => new(
        Text(report.Narrative, "report.narrative", LongText), Text(report.Difficulties, "report.difficulties", LongText),
        Text(report.NextSteps, "report.next_steps", LongText), Figures(report.Figures, task))
    {
        Parts = ReportInputs.Parts(report.Parts), Unreported = ReportInputs.Unreported(report.UnreportedFigures, task),
    };

    public static IReadOnlyList<EnteredFigure> Figures(RepeatedField<V1.Figure> figures, TaskName task)
    {
        if (figures.Count > MaxFigures) throw Problems.InvalidField("report.figures", $"must be at most {MaxFigures}.");
        return [.. figures.Select((figure, index) => Figure(figure, string.Create(CultureInfo.InvariantCulture, $"report.figures[{index}]"), task))];
    }

    static EnteredFigure Figure(V1.Figure figure, string field, TaskName task) => new(
        ResourceNames.TryCommitment(figure.Commitment, task) ?? throw Problems.InvalidField($"{field}.commitment", $"must be {task}/commitments/{{ordinal}}."),
        Amount(figure.PeriodValue, $"{field}.period_value"), Amount(figure.YearToDateValue, $"{field}.year_to_date_value"),
        Text(figure.Note, $"{field}.note", ShortText));

    static decimal? Amount(string value, string field) =>
        value.Length == 0 ? null
        : AmountPattern().IsMatch(value) ? decimal.Parse(value, CultureInfo.InvariantCulture)
        : throw Problems.InvalidField(field, "must be a decimal number such as 7.81, with at most 18 digits before and 6 after the point.");

    [GeneratedRegex(@"^-?[0-9]{1,18}(\.[0-9]{1,6})?\z")]
    private static partial Regex AmountPattern();
}
