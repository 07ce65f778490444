using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Lists;
using Suite.Tasks.Decomposition.Tables;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>
/// Rows to tasks. An empty requirement inherits the one above; one that goes on after a page break belongs to the sentence
/// before it. A row with words only in its first cell opens a section. A row without a number goes on with the task above.
/// </summary>
internal sealed class TaskRowReader(SourceTable table, ReaderOptions options)
{
    private readonly Queue<TaskDraft> whole = [];
    private readonly List<PrintedNumber> printed = [];
    private readonly List<(int Task, Diagnostic Found)> diagnostics = [];
    private readonly HashSet<ColumnRole> roles = [];
    private readonly SectionPath sections = new();
    private TaskDraft? open;
    private bool unnumbered;
    private bool enumerated;
    private RequirementCell requirement = new();
    private string category = "";
    private int last;

    /// <summary>The numbers the tasks have in the plan, once all have been read.</summary>
    internal List<(int Number, string? Label)> Numbers() => TaskNumbering.Of(printed);

    /// <summary>What was noticed, with those numbers.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics(List<(int Number, string? Label)> numbers) =>
        diagnostics.ConvertAll(d => d.Task < 0 ? d.Found : d.Found with { TaskNumber = numbers[d.Task].Number });

    /// <summary>True where a table has a column of this role; items of a list say it or leave it.</summary>
    internal bool HasColumn(ColumnRole role) => roles.Contains(role);

    /// <summary>The tasks, each as soon as the next begins.</summary>
    internal IEnumerable<TaskDraft> Read()
    {
        foreach (var row in Decided())
        {
            if (!row.IsTask) row.Cells.AddRolesTo(roles);
            ReadRow(row);
            while (whole.TryDequeue(out var task)) yield return task;
        }
        if (open is not null) yield return open;
    }

    /// <summary>The rows, held back until one shows that the table numbers its tasks, or all that it doesn't.</summary>
    private IEnumerable<SourceRow> Decided()
    {
        List<SourceRow>? held = [];
        foreach (var row in table.Rows)
        {
            if (held is not null && !RowNumber.IsNumbered(row))
            {
                held.Add(row);
                continue;
            }
            foreach (var before in held ?? []) yield return before;
            held = null;
            yield return row;
        }
        if (held is null) yield break;
        unnumbered = true;
        enumerated = held.TrueForAll(r => r[ColumnRole.Target].IsEmpty || ItemStyle.Of(r[ColumnRole.Target].Folded).Level > 0);
        foreach (var row in held) yield return row;
    }

    private string Section => sections.Name.Length == 0 ? category : category.Length == 0 ? sections.Name : $"{sections.Name} > {category}";

    private void ReadRow(SourceRow row)
    {
        var numbers = row.Continues ? [] : Numbers(row);
        if (numbers.Count == 0 && SectionTitle.TryRead(row, ContinuesRequirement(row)) is { } title)
        {
            sections.Enter(title);
            category = "";
            requirement = new RequirementCell();
            return;
        }
        if (row[ColumnRole.Section] is { IsEmpty: false } named) category = SectionTitle.Name(named.Text);
        if (!row.Continues) ReadRequirement(row);
        if (numbers.Count > 0) AddTasks(row, numbers);
        else if (row.Cells.Any(c => IsJoinable(c.Key) && !c.Value.IsEmpty)) GoOn(row);
    }

    private static bool IsJoinable(SourceColumn column) => column.Role is not (ColumnRole.Number or ColumnRole.Requirement or ColumnRole.Section);

    private bool ContinuesRequirement(SourceRow row) =>
        row.AfterPageBreak && requirement.BreaksOff && !SourceLabels.StartsWithLabel(row[ColumnRole.Requirement]);

    private void ReadRequirement(SourceRow row)
    {
        var cell = row[ColumnRole.Requirement];
        if (cell.IsEmpty) return;
        var joins = ContinuesRequirement(row);
        if (!joins) requirement = new RequirementCell();
        else Note(DiagnosticLevel.Notice, DiagnosticCode.CellJoined, PlanCell.Requirement, row.Line, cell.Text,
            Findings.Say("CellJoined"));
        requirement.Add(cell);
    }

    private List<(int Number, CellText Target)> Numbers(SourceRow row)
    {
        var target = row[ColumnRole.Target];
        if (row.IsTask || (!row[ColumnRole.Number].IsEmpty && !target.IsEmpty)) return [(RowNumber.Plain(row[ColumnRole.Number].Folded), target)];
        if (unnumbered && !target.IsEmpty)
            return enumerated ? [(RowNumber.Plain(ItemStyle.Of(target.Folded).Label), target.Slice(ItemStyle.Of(target.Folded).Length, target.Text.Length))] : [(last + 1, target)];
        if (HasColumn(ColumnRole.Number) && row[ColumnRole.Number].IsEmpty && IsIndicator(row)) return [(0, target)];
        return SharedRow.Targets(row, last + 1);
    }

    /// <summary>An indicator with a figure of its own and without a number, as 其中：工业投资 below another.</summary>
    private static bool IsIndicator(SourceRow row) => !row[ColumnRole.Requirement].IsEmpty && Quantities.Figure.Is(row[ColumnRole.Target].Folded);

    private void AddTasks(SourceRow row, List<(int Number, CellText Target)> numbers)
    {
        if (numbers.Count > 1) NoteOf(printed.Count, DiagnosticLevel.Notice, DiagnosticCode.RowShared, null, row.Line, "",
            Findings.Say("RowShared", numbers.Count));
        foreach (var (number, cells) in SharedRow.Divide(row, numbers))
        {
            if (printed.Count == options.MaxTasks)
                throw new PlanFormatException(PlanFormatReason.TooManyTasks,
                    $"Line {row.Line}: the table has more than {options.MaxTasks} tasks.", $"at most {options.MaxTasks} tasks", row.Line, 1);
            if (open is not null) whole.Enqueue(open);
            open = new TaskDraft(Section, requirement, cells, row.Line) { UnitsInOne = row.UnitsInOne };
            printed.Add(new PrintedNumber(number, RowNumber.Label(row, number), row.SharesNumber, Section));
            last = number;
        }
    }

    private void GoOn(SourceRow row)
    {
        if (open is null)
        {
            NoteOf(-1, DiagnosticLevel.Error, DiagnosticCode.RowWithoutTask, PlanCell.Target, row.Line, row[ColumnRole.Target].Text,
                Findings.Say("RowWithoutTask"));
            return;
        }
        var cells = row.Cells.Where(c => IsJoinable(c.Key) && !c.Value.IsEmpty);
        if (row.Continues)
        {
            open.Stack(cells);
            if (!row[ColumnRole.Requirement].IsEmpty) open.Requirement = requirement = requirement.And(row[ColumnRole.Requirement]);
            return;
        }
        open.Join(cells);
        Note(DiagnosticLevel.Warning, DiagnosticCode.RowContinued, null, row.Line, row[ColumnRole.Target].Text,
            Findings.Say("RowContinued"));
    }

    private void Note(DiagnosticLevel level, DiagnosticCode code, PlanCell? cell, int line, string words, string why) =>
        NoteOf(printed.Count - 1, level, code, cell, line, words, why);

    private void NoteOf(int task, DiagnosticLevel level, DiagnosticCode code, PlanCell? cell, int line, string words, string why) =>
        diagnostics.Add((task, new Diagnostic(level, code, null, cell, line, Words.Shorten(words), why)));
}
