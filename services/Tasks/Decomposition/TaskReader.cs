using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Names;
using Suite.Tasks.Decomposition.Rows;
using Suite.Tasks.Decomposition.Schedules;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition;

/// <summary>
/// Tasks' cells to tasks. What a task's own cells tell is read at once and the cells are let go; requirements and leaders, which the cells of
/// all tasks decide together, and numbers wait for the last.
/// </summary>
/// <param name="year">The plan's, null where it names none.</param>
internal sealed class TaskReader(int? year, ReaderOptions options)
{
    private readonly UnitCellReader units = new();
    private readonly Dictionary<RequirementCell, RequirementText> requirements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(string Names, string AsWritten), List<LeaderRef>> leaderLists = [];
    private readonly List<(int Task, Diagnostic Found)> diagnostics = [];
    private readonly List<Waiting> tasks = [];
    private int divided;

    internal int Count => tasks.Count;

    internal void Add(TaskDraft draft)
    {
        var row = draft.Whole(year);
        var (leads, leadGroups) = units.Read(row.LeadUnits);
        var (supports, groups) = units.Read(row.SupportingUnits);
        var (words, unclear) = WordingReader.Read(row.Target, row.Schedule, leads.Count > 0 ? UnitName.Place(leads[0].Name) : null, row.Requirement.Whole);
        if (unclear is { } cell) Note(tasks.Count, DiagnosticLevel.Warning, DiagnosticCode.CellNotUnderstood, cell, row.Line, "", Findings.Say("TooManyNumbers"));
        if (OtherYears.FirstIn(row.Schedule.Text) is { } other)
            Note(tasks.Count, DiagnosticLevel.Notice, DiagnosticCode.PeriodOfOtherYear, PlanCell.Schedule, row.Line, other, Findings.Say("PeriodOfOtherYear", other));
        if ((options.FirstUnitLeads ?? row.UnitsInOne) && Lead.Divide(leads, leadGroups, supports, groups)) divided++;
        leads.AddRange(leadGroups.Select(group => new UnitRef(group.AsWritten, group.Name, null, null)));
        tasks.Add(new Waiting(row.Requirement, row.Leaders, new PlannedTask(0, row.Section, RequirementText.None, words.Target, words.TargetCommitments,
            words.ScheduleText, words.Schedule, [], leads, supports, groups, row.Line) { Attributes = row.Attributes }));
    }

    /// <summary>The tasks, whole.</summary>
    /// <param name="numbers">What each is numbered, in the same order.</param>
    internal List<PlannedTask> Finish(List<(int Number, string? Label)> numbers)
    {
        var labels = new SourceLabels(tasks.Select(t => t.Requirement).Distinct().Select(r => r.Whole));
        var leaders = new LeaderCells(tasks.Select(t => t.Leaders), options.KnownPeople);
        return [.. tasks.Select((waiting, i) => waiting.Task with
        {
            Number = numbers[i].Number, Label = numbers[i].Label, Requirement = Requirement(waiting.Requirement, labels), Leaders = Leaders(waiting, i, leaders),
        })];
    }

    /// <summary>What was noticed, once the tasks are whole.</summary>
    internal IEnumerable<Diagnostic> Diagnostics(List<(int Number, string? Label)> numbers)
    {
        var found = diagnostics.Select(d => d.Found with { TaskNumber = numbers[d.Task].Number });
        return divided == 0 ? found : found.Append(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.UnitsDividedByCustom, null, PlanCell.LeadUnits, 1, "",
            Findings.Say("UnitsDividedByCustom", divided)));
    }

    private void Note(int task, DiagnosticLevel level, DiagnosticCode code, PlanCell cell, int line, string words, string why) =>
        diagnostics.Add((task, new Diagnostic(level, code, null, cell, line, Words.Shorten(words), why)));

    private RequirementText Requirement(RequirementCell cell, SourceLabels labels)
    {
        if (!requirements.TryGetValue(cell, out var read)) requirements[cell] = read = labels.Read(cell.Whole);
        return read;
    }

    private List<LeaderRef> Leaders(Waiting waiting, int task, LeaderCells all)
    {
        var cell = waiting.Leaders;
        var (names, untangled) = all.Read(cell);
        if (untangled)
            Note(task, DiagnosticLevel.Notice, DiagnosticCode.LeadersUntangled, PlanCell.Leaders, waiting.Task.SourceLine, cell.Text,
                Findings.Say("LeadersUntangled", string.Join("、", names)));
        // A plan names the same few in every row, so each list is kept once.
        var key = (string.Join(' ', names), untangled ? cell.Text : "");
        if (!leaderLists.TryGetValue(key, out var list))
            leaderLists[key] = list = [.. names.Select((name, i) => new LeaderRef(name, i + 1, untangled ? cell.Text : name))];
        return list;
    }

    /// <summary>A task without what waits for the others.</summary>
    private readonly record struct Waiting(RequirementCell Requirement, CellText Leaders, PlannedTask Task);
}
