using System.Globalization;
using Suite.Tasks.Decomposition;
using Suite.Tasks.Decomposition.Wording;
using Suite.Tasks.Naming;

namespace Suite.Tasks.Plans;

/// <summary>Something a careful clerk would ask about: the reader's diagnostics, and the names the directory does not know.</summary>
/// <param name="Code">Stable, upper case with underscores, e.g. NUMBER_MISSING.</param>
/// <param name="Task">Task number; 0 where it is about the document.</param>
public sealed record ImportFinding(DiagnosticLevel Level, string Code, int Task, PlanCell? Cell, string Words, string Why)
{
    public static IReadOnlyList<ImportFinding> Of(PlanDocument document, NameBook names) =>
        [.. document.Diagnostics.Select(Of).Concat(document.Tasks.SelectMany(t => Unresolved(t, names))).OrderBy(f => f.Task)];

    static ImportFinding Of(Diagnostic found) =>
        new(found.Level, CodeOf(found.Code), found.TaskNumber ?? 0, found.Cell, found.Words, found.Why);

    static IEnumerable<ImportFinding> Unresolved(PlannedTask task, NameBook names) =>
        Names(task.LeadUnits.Select(u => u.Name), names.Units, DiagnosticLevel.Error, "UNIT_UNRESOLVED", PlanCell.LeadUnits)
            .Concat(Names(task.SupportingUnits.Select(u => u.Name), names.Units, DiagnosticLevel.Warning, "UNIT_UNRESOLVED", PlanCell.SupportingUnits))
            .Concat(Names(task.SupportingGroups.Select(g => g.Name), names.Groups, DiagnosticLevel.Warning, "GROUP_UNRESOLVED", PlanCell.SupportingUnits))
            .Concat(Names(task.Leaders.Select(l => l.Name), names.People, DiagnosticLevel.Warning, "LEADER_UNRESOLVED", PlanCell.Leaders))
            .Select(finding => finding with { Task = task.Number });

    static IEnumerable<ImportFinding> Names(
        IEnumerable<string> used, IReadOnlyDictionary<string, NameMeaning> meanings, DiagnosticLevel level, string code, PlanCell cell) =>
        from name in used
        let meaning = meanings[name]
        where meaning.Id is null
        select new ImportFinding(level, code, 0, cell, name, meaning.Candidates.Count == 0
            ? Findings.Say("NameUnknown")
            : Findings.Say("NameUnsure", string.Join(", ", meaning.Candidates.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.DisplayName} ({c.Score})")))));

    static string CodeOf(DiagnosticCode code) =>
        string.Concat(code.ToString().Select((c, i) => i > 0 && char.IsUpper(c) ? $"_{c}" : char.ToUpperInvariant(c).ToString()));
}
