using Suite.Tasks.Decomposition.Names;
using Suite.Tasks.Decomposition.Quantities;
using Suite.Tasks.Decomposition.Rows;
using Suite.Tasks.Decomposition.Schedules;
using Suite.Tasks.Decomposition.Tables;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition;

/// <summary>A task's cells to a task.</summary>
internal sealed class TaskReader
{
    private readonly SourceLabels labels;
    private readonly LeaderCells leaders;
    private readonly Dictionary<RequirementCell, RequirementText> requirements = new(ReferenceEqualityComparer.Instance);
    private readonly List<Diagnostic> diagnostics = [];

    private readonly bool? firstUnitLeads;
    private int divided;

    internal TaskReader(List<TaskRow> rows, ReaderOptions options)
    {
        firstUnitLeads = options.FirstUnitLeads;
        labels = new SourceLabels(rows.Select(r => r.Requirement).Distinct().Select(r => r.Whole));
        leaders = new LeaderCells(rows.Select(r => r[ColumnRole.Leaders]), options.KnownPeople);
    }

    internal IEnumerable<Diagnostic> Diagnostics => divided == 0 ? diagnostics
        : diagnostics.Append(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.UnitsDividedByCustom, null, PlanCell.LeadUnits, 1, "",
            Findings.Say("UnitsDividedByCustom", divided)));

    internal PlannedTask Read(TaskRow row)
    {
        var schedule = row.Schedule.Text;
        var (leads, leadGroups) = UnitCellReader.Read(row[ColumnRole.LeadUnits]);
        var (supports, groups) = UnitCellReader.Read(row[ColumnRole.SupportingUnits]);
        var target = row[ColumnRole.Target];
        var measures = new TaskMeasures(leads.Count > 0 ? UnitName.Place(leads[0].Name) : null, Theme.Of(target.Text, target.Folded));
        var (inTarget, inSchedule) = (new QuantityReader(target, measures), new QuantityReader(schedule, measures));
        var promised = inTarget.Read(new TextSpan(0, target.Text.Length), [1, 2, 3, 4]);
        var items = ScheduleReader.Read(row.Schedule).ConvertAll(d => new ScheduleItem(d.Workstream, d.Period.Quarters, d.Period.Kind,
            schedule.At(d.Span), d.Span, inSchedule.Read(d.Span, d.Period.Quarters, d.Workstream)));
        if (inTarget.GaveUp || inSchedule.GaveUp) GaveUp(row, inTarget.GaveUp ? PlanCell.Target : PlanCell.Schedule);
        (promised, items) = Accumulations.Decide(promised, items);
        if ((firstUnitLeads ?? row.UnitsInOne) && Lead.Divide(leads, leadGroups, supports, groups)) divided++;
        leads.AddRange(leadGroups.Select(group => new UnitRef(group.AsWritten, group.Name, null, null)));
        if (items.Count == 0) items.Add(new ScheduleItem(null, Period.Unmarked.Quarters, ScheduleKind.Unmarked, "", new TextSpan(0, 0), []));
        return new PlannedTask(row.Number, row.Section, Requirement(row.Requirement), target.Text, promised,
            schedule.Text, items, Leaders(row), leads, supports, groups, row.Line) { Label = row.Label, Attributes = row.Attributes };
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
        var cell = row[ColumnRole.Leaders];
        var (names, untangled) = leaders.Read(cell);
        if (untangled)
            diagnostics.Add(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.LeadersUntangled, row.Number, PlanCell.Leaders, row.Line,
                Words.Shorten(cell.Text), Findings.Say("LeadersUntangled", string.Join("、", names))));
        return [.. names.Select((name, i) => new LeaderRef(name, i + 1, untangled ? cell.Text : name))];
    }
}
