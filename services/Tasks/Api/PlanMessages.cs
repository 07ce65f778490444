using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Suite.ServiceDefaults.Errors;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Export.Files;
using Suite.Tasks.Naming;
using Suite.Tasks.Plans;

namespace Suite.Tasks.Api;

/// <summary>Plans and imports in the words of the contract.</summary>
static class PlanMessages
{
    public static V1.Plan ToMessage(this Plan plan) => new()
    {
        Name = ResourceNames.Plan(plan.Id), Title = plan.Title, Year = plan.Year, Issuer = plan.Issuer,
        DocumentDate = plan.DocumentDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        State = (V1.PlanState)plan.State, IssueTime = plan.IssuedAt?.ToTimestamp(), TaskCount = plan.TaskCount,
        AssignmentCount = plan.AssignmentCount, DocumentSha256 = plan.DocumentSha256, Etag = Etag.Of(plan.Version),
        EditionCount = plan.EditionCount, Jurisdiction = plan.JurisdictionId is { } unit ? ResourceNames.Unit(unit) : "",
        CascadedFrom = plan.CascadedFrom is { } above ? ResourceNames.Plan(above) : "",
    };

    /// <summary>The answer to an import, or to a dry run, which has no plan of its own where none is in force.</summary>
    public static V1.ImportPlanResponse ToMessage(this PlanDraft draft, ImportOutcome outcome) => new()
    {
        Plan = outcome.Plan?.ToMessage() ?? draft.PlanMessage(), AlreadyImported = outcome.AlreadyImported, Summary = draft.Summary.ToMessage(outcome.Kept ? draft.PlanId : null),
        Diagnostics = { draft.Findings.Select(ToMessage) },
        Edition = outcome.Edition?.Edition.ToMessage(), Changes = { outcome.Edition is { } edition ? EditionMessages.Shown(edition.Changes) : [] },
    };

    static V1.Plan PlanMessage(this PlanDraft draft)
    {
        var plan = Plan.Draft(draft.PlanId);
        plan.Describe(draft.Facts);
        var message = plan.ToMessage();
        message.Etag = "";
        return message;
    }

    static V1.ImportSummary ToMessage(this ImportSummary summary, string? plan) => new()
    {
        Tasks = summary.Tasks, ScheduleItems = summary.ScheduleItems, Commitments = summary.Commitments,
        Units = ToMessage(summary.Units), Groups = ToMessage(summary.Groups), People = ToMessage(summary.People),
        Names = { NameMessages.Shown(summary.Names, plan) },
    };

    static V1.NameCount ToMessage(NameCount count) => new() { Resolved = count.Resolved, Unresolved = { count.Unresolved } };

    static V1.Diagnostic ToMessage(ImportFinding finding) => new()
    {
        Level = finding.Level switch
        {
            DiagnosticLevel.Notice => V1.DiagnosticLevel.Notice,
            DiagnosticLevel.Warning => V1.DiagnosticLevel.Warning,
            _ => V1.DiagnosticLevel.Error,
        },
        Code = finding.Code, Task = finding.Task, Cell = CellName(finding.Cell), Words = finding.Words, Message = finding.Why,
    };

    /// <exception cref="ProblemException">INVALID_FIELD.</exception>
    public static ExportFormat ToDomain(this V1.ExportFormat format) => format switch
    {
        V1.ExportFormat.Unspecified or V1.ExportFormat.Docx => ExportFormat.Docx,
        V1.ExportFormat.Xlsx => ExportFormat.Xlsx,
        _ => throw Problems.InvalidField("format", "must be EXPORT_FORMAT_DOCX or EXPORT_FORMAT_XLSX."),
    };

    /// <summary>The heading of the column, as the published table has it.</summary>
    static string CellName(PlanCell? cell) => cell switch
    {
        PlanCell.Requirement => "总体要求",
        PlanCell.Target => "年度目标",
        PlanCell.Schedule => "季度安排",
        PlanCell.Leaders => "责任领导",
        PlanCell.LeadUnits => "牵头单位",
        PlanCell.SupportingUnits => "协助单位",
        _ => "",
    };
}
