using System.Globalization;
using System.Text.RegularExpressions;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Progress;

namespace Suite.Tasks.Naming;

/// <summary>plans/{plan}/tasks/{number}</summary>
public readonly record struct TaskName(string Plan, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ResourceNames.Plan(Plan)}/tasks/{Number}");

    /// <summary>The task's commitment with this ordinal, counted from 1, the target's first.</summary>
    public string Commitment(int ordinal) => string.Create(CultureInfo.InvariantCulture, $"{this}/commitments/{ordinal}");
}

/// <summary>plans/{plan}/tasks/{number}/reports/{unit}-{period}</summary>
public readonly record struct ReportName(TaskName Task, string Unit, ReportPeriod Period)
{
    /// <summary>The quarter that its period ends in, 1 to 4.</summary>
    public int Quarter => Period.Quarter;

    public override string ToString() => $"{Task}/reports/{Unit}-{Period}";
}

/// <summary>plans/{plan}/tasks/{number}/reports/{report}/revisions/{revision}</summary>
public readonly record struct RevisionName(ReportName Report, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Report}/revisions/{Number}");
}

/// <summary>plans/{plan}/tasks/{number}/reports/{report}/evidence/{evidence}</summary>
public readonly record struct EvidenceName(ReportName Report, string Id)
{
    public override string ToString() => $"{Report}/evidence/{Id}";
}

/// <summary>plans/{plan}/editions/{edition}</summary>
public readonly record struct EditionName(string Plan, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ResourceNames.Plan(Plan)}/editions/{Number}");
}

/// <summary>plans/{plan}/editions/{edition}/changes/{change}</summary>
public readonly record struct ChangeName(EditionName Edition, int Number)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Edition}/changes/{Number}");
}

/// <summary>plans/{plan}/names/{name}</summary>
public readonly record struct NameName(string Plan, string Id)
{
    public override string ToString() => $"{ResourceNames.Plan(Plan)}/names/{Id}";
}

/// <summary>Reads and writes the resource names of this service. Identifiers are 1 to 40 of a-z, 0-9 and "-".</summary>
public static partial class ResourceNames
{
    /// <summary>plans, {plan}, tasks, {number}, reports, {report}.</summary>
    const int SegmentsOfReport = 6;

    public static string Plan(string id) => $"plans/{id}";

    public static string Unit(string id) => $"units/{id}";

    public static string Group(string id) => $"groups/{id}";

    public static string Person(string id) => $"people/{id}";

    public static string Of(NameKind kind, string id) => kind switch
    {
        NameKind.Unit => Unit(id),
        NameKind.Group => Group(id),
        _ => Person(id),
    };

    /// <summary>The last part of a resource name, or the text itself where it has no slash.</summary>
    public static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..];

    /// <summary>Identifier of the plan that a resource is or belongs to; a text without slashes is taken for one.</summary>
    public static string PlanOf(string resource) => resource.Split('/', 3) is ["plans", var plan, ..] ? plan : resource;

    public static bool IsId(string text) => IdPattern().IsMatch(text);

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static string ReadPlan(string name, string field = "name") =>
        PlanPattern().Match(name) is { Success: true } match ? match.Groups["plan"].Value : throw Expected(field, "plans/{plan}");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static TaskName ReadTask(string name, string field = "name") => TryTask(name) ?? throw Expected(field, "plans/{plan}/tasks/{number}");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static ReportName ReadReport(string name, string field = "name") =>
        TryReport(name) ?? throw Expected(field, "plans/{plan}/tasks/{number}/reports/{unit}-{period} (q1 to q4, h1, h2, m1 to m12)");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static RevisionName ReadRevision(string name, string field = "name") =>
        RevisionPattern().Match(name) is { Success: true } match && TryReport(match.Groups["report"].Value) is { } report
            ? new(report, NumberOf(match, "revision"))
            : throw Expected(field, "plans/{plan}/tasks/{number}/reports/{report}/revisions/{revision}");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static EvidenceName ReadEvidence(string name, string field = "name") =>
        EvidencePattern().Match(name) is { Success: true } match && TryReport(match.Groups["report"].Value) is { } report
            ? new(report, match.Groups["evidence"].Value)
            : throw Expected(field, "plans/{plan}/tasks/{number}/reports/{report}/evidence/{evidence}");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static EditionName ReadEdition(string name, string field = "name") =>
        EditionPattern().Match(name) is { Success: true } match ? EditionOf(match) : throw Expected(field, "plans/{plan}/editions/{edition}");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static ChangeName ReadChange(string name, string field = "name") => ChangePattern().Match(name) is { Success: true } match
        ? new(EditionOf(match), NumberOf(match, "change"))
        : throw Expected(field, "plans/{plan}/editions/{edition}/changes/{change}");

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static NameName ReadName(string name, string field = "name") => NamePattern().Match(name) is { Success: true } match
        ? new(match.Groups["plan"].Value, match.Groups["name"].Value)
        : throw Expected(field, "plans/{plan}/names/{name}");

    /// <summary>The task and the unit of plans/{plan}/tasks/{number}/assignments/{unit}.</summary>
    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static (TaskName Task, string Unit) ReadAssignment(string name, string field = "name") => AssignmentPattern().Match(name) is { Success: true } match
        ? (TaskOf(match), match.Groups["unit"].Value)
        : throw Expected(field, "plans/{plan}/tasks/{number}/assignments/{unit}");

    /// <summary>The plan's identifier, or null.</summary>
    public static string? TryPlan(string name) => PlanPattern().Match(name) is { Success: true } match ? match.Groups["plan"].Value : null;

    public static TaskName? TryTask(string name) => TaskPattern().Match(name) is { Success: true } match ? TaskOf(match) : null;

    public static ReportName? TryReport(string name) =>
        ReportPattern().Match(name) is { Success: true } match && ReportPeriod.Parse(match.Groups["period"].Value) is { } period
            ? new(TaskOf(match), match.Groups["unit"].Value, period)
            : null;

    /// <summary>The report that a resource is or belongs to (…/reports/{report}/revisions/2), or null.</summary>
    public static ReportName? TryReportOf(string name)
    {
        var parts = name.Split('/', SegmentsOfReport + 1);
        return parts.Length < SegmentsOfReport ? null : TryReport(string.Join('/', parts.Take(SegmentsOfReport)));
    }

    /// <summary>The ordinal in the name of one of the task's commitments, or null.</summary>
    public static int? TryCommitment(string name, TaskName task) =>
        CommitmentPattern().Match(name) is { Success: true } match && TaskOf(match) == task ? NumberOf(match, "ordinal") : null;

    static TaskName TaskOf(Match match) => new(match.Groups["plan"].Value, NumberOf(match, "number"));

    static EditionName EditionOf(Match match) => new(match.Groups["plan"].Value, NumberOf(match, "edition"));

    static int NumberOf(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    static ProblemException Expected(string field, string shape) => Problems.InvalidField(field, $"must be {shape}.");

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^plans/(?<plan>[a-z0-9-]{1,40})\z")]
    private static partial Regex PlanPattern();

    [GeneratedRegex(@"^plans/(?<plan>[a-z0-9-]{1,40})/names/(?<name>[a-z0-9-]{1,40})\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"^plans/(?<plan>[a-z0-9-]{1,40})/editions/(?<edition>[1-9][0-9]{0,7})\z")]
    private static partial Regex EditionPattern();

    [GeneratedRegex(@"^plans/(?<plan>[a-z0-9-]{1,40})/editions/(?<edition>[1-9][0-9]{0,7})/changes/(?<change>[1-9][0-9]{0,7})\z")]
    private static partial Regex ChangePattern();

    [GeneratedRegex(@"^plans/(?<plan>[a-z0-9-]{1,40})/tasks/(?<number>[1-9][0-9]{0,7})/assignments/(?<unit>[a-z0-9-]{1,40})\z")]
    private static partial Regex AssignmentPattern();

    [GeneratedRegex(@"^plans/(?<plan>[a-z0-9-]{1,40})/tasks/(?<number>[1-9][0-9]{0,7})\z")]
    private static partial Regex TaskPattern();

    [GeneratedRegex(@"^plans/(?<plan>[a-z0-9-]{1,40})/tasks/(?<number>[1-9][0-9]{0,7})/reports/(?<unit>[a-z0-9-]{1,40})-(?<period>[qhm][1-9][0-2]?)\z")]
    private static partial Regex ReportPattern();

    [GeneratedRegex(@"^(?<report>[a-z0-9/-]{1,120})/evidence/(?<evidence>[0-9a-f]{16})\z")]
    private static partial Regex EvidencePattern();

    [GeneratedRegex(@"^(?<report>[a-z0-9/-]{1,120})/revisions/(?<revision>[1-9][0-9]{0,7})\z")]
    private static partial Regex RevisionPattern();

    [GeneratedRegex(@"^plans/(?<plan>[a-z0-9-]{1,40})/tasks/(?<number>[1-9][0-9]{0,7})/commitments/(?<ordinal>[1-9][0-9]{0,5})\z")]
    private static partial Regex CommitmentPattern();
}
