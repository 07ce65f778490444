using Suite.Tasks.Decomposition.Names;
using Suite.Tasks.Decomposition.Rows;
using Suite.Tasks.Decomposition.Tables;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition;

/// <summary>A task's cells to a task.</summary>
internal sealed class TaskReader
{
    private readonly SourceLabels labels;
    private readonly LeaderCells leaders;
    private readonly UnitCellReader units = new();
    private readonly Dictionary<RequirementCell, RequirementText> requirements = new(ReferenceEqualityComparer.Instance);
    private readonly List<Diagnostic> diagnostics = [];

    private readonly int? year;
    private readonly bool? firstUnitLeads;
    private int divided;

    /// <param name="year">The plan's, null where it names none.</param>
    internal TaskReader(List<TaskDraft> rows, int? year, ReaderOptions options)
    {
        (this.year, firstUnitLeads) = (year, options.FirstUnitLeads);
        labels = new SourceLabels(rows.Select(r => r.Requirement).Distinct().Select(r => r.Whole));
        leaders = new LeaderCells(rows.Select(r => r[ColumnRole.Leaders]), options.KnownPeople);
    }

    internal IEnumerable<Diagnostic> Diagnostics => divided == 0 ? diagnostics
        : diagnostics.Append(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.UnitsDividedByCustom, null, PlanCell.LeadUnits, 1, "",
            Findings.Say("UnitsDividedByCustom", divided)));

    internal PlannedTask Read(TaskDraft draft)
    {
        var row = draft.Whole(year);
        var (leads, leadGroups) = units.Read(row.LeadUnits);
        var (supports, groups) = units.Read(row.SupportingUnits);
        var (words, unclear) = WordingReader.Read(row.Target, row.Schedule, leads.Count > 0 ? UnitName.Place(leads[0].Name) : null, row.Requirement.Whole);
        if (unclear is { } cell) GaveUp(row, cell);
        if ((firstUnitLeads ?? row.UnitsInOne) && Lead.Divide(leads, leadGroups, supports, groups)) divided++;
        leads.AddRange(leadGroups.Select(group => new UnitRef(group.AsWritten, group.Name, null, null)));
        return new PlannedTask(row.Number, row.Section, Requirement(row.Requirement), words.Target, words.TargetCommitments,
            words.ScheduleText, words.Schedule, Leaders(row), leads, supports, groups, row.Line) { Label = row.Label, Attributes = row.Attributes };
    }

    private void GaveUp(TaskRow row, PlanCell cell) =>
        diagnostics.Add(new Diagnostic(DiagnosticLevel.Warning, DiagnosticCode.CellNotUnderstood, row.Number, cell, row.Line, "",
            Findings.Say("TooManyNumbers")));

    private RequirementText Requirement(RequirementCell cell)
    {
        if (!requirements.TryGetValue(cell, out var read)) requirements[cell] = read = labels.Read(cell.Whole);
        return read;
    }

    private List<LeaderRef> Leaders(TaskRow row)
    {
        var cell = row.Leaders;
        var (names, untangled) = leaders.Read(cell);
        if (untangled)
            diagnostics.Add(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.LeadersUntangled, row.Number, PlanCell.Leaders, row.Line,
                Words.Shorten(cell.Text), Findings.Say("LeadersUntangled", string.Join("、", names))));
        return [.. names.Select((name, i) => new LeaderRef(name, i + 1, untangled ? cell.Text : name))];
    }
}
