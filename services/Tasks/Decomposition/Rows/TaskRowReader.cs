using System.Globalization;
using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Tables;

namespace Suite.Tasks.Decomposition.Rows;

/// <summary>
/// Rows to tasks. An empty requirement inherits the one above; one that goes on after a page break belongs to the sentence
/// before it. A row with words only in its first cell opens a section. A row without a number goes on with the task above.
/// </summary>
internal sealed class TaskRowReader(SourceTable table, ReaderOptions options)
{
    private static readonly ColumnRole[] Joinable =
        [ColumnRole.Target, ColumnRole.Schedule, ColumnRole.Leaders, ColumnRole.LeadUnits, ColumnRole.SupportingUnits];

    private readonly List<(TaskRow Row, Dictionary<ColumnRole, List<CellText>> More)> tasks = [];
    private readonly List<Diagnostic> diagnostics = [];
    private readonly bool unnumbered = !table.Rows.Any(IsNumbered);
    private RequirementCell requirement = new();
    private string section = "";
    private int last;

    internal IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    internal List<TaskRow> Read()
    {
        foreach (var row in table.Rows) ReadRow(row);
        return [.. tasks.Select(t => Whole(t.Row, t.More))];
    }

    private void ReadRow(SourceRow row)
    {
        var numbers = Numbers(row);
        if (numbers.Count == 0 && SectionTitle.TryRead(row, ContinuesRequirement(row)) is { } title)
        {
            section = title;
            requirement = new RequirementCell();
            return;
        }
        ReadRequirement(row);
        if (numbers.Count > 0) AddTasks(row, numbers);
        else if (Joinable.Any(role => !row[role].IsEmpty)) GoOn(row);
    }

    private bool ContinuesRequirement(SourceRow row) =>
        row.AfterPageBreak && requirement.BreaksOff && !SourceLabels.StartsWithLabel(row[ColumnRole.Requirement]);

    private void ReadRequirement(SourceRow row)
    {
        var cell = row[ColumnRole.Requirement];
        if (cell.IsEmpty) return;
        var joins = ContinuesRequirement(row);
        if (!joins) requirement = new RequirementCell();
        else Note(DiagnosticLevel.Notice, DiagnosticCode.CellJoined, last, PlanCell.Requirement, row.Line, cell.Text,
            "The requirement goes on after a page break; both tasks carry the joined words.");
        requirement.Add(cell);
    }

    private List<(int Number, CellText Target)> Numbers(SourceRow row)
    {
        var target = row[ColumnRole.Target];
        if (int.TryParse(row[ColumnRole.Number].Folded.TrimEnd('.', '、'), NumberStyles.None, CultureInfo.InvariantCulture, out var column)
            && column > 0 && !target.IsEmpty)
            return [(column, target)];
        if (unnumbered && !target.IsEmpty) return [(last + 1, target)];
        return SharedRow.Targets(row, last + 1);
    }

    private void AddTasks(SourceRow row, List<(int Number, CellText Target)> numbers)
    {
        if (numbers.Count > 1)
            Note(DiagnosticLevel.Notice, DiagnosticCode.RowShared, numbers[0].Number, null, row.Line, "",
                $"The row holds {numbers.Count} tasks; its cells were divided among them.");
        foreach (var (number, cells) in SharedRow.Divide(row, numbers))
        {
            if (tasks.Count == options.MaxTasks)
                throw new PlanFormatException(PlanFormatReason.TooManyTasks,
                    $"Line {row.Line}: the table has more than {options.MaxTasks} tasks.", $"at most {options.MaxTasks} tasks", row.Line, 1);
            tasks.Add((new TaskRow(number, section, requirement, cells, row.Line), []));
            last = number;
        }
    }

    private void GoOn(SourceRow row)
    {
        if (tasks.Count == 0)
        {
            Note(DiagnosticLevel.Error, DiagnosticCode.RowWithoutTask, null, PlanCell.Target, row.Line, row[ColumnRole.Target].Text,
                "The row has no number and no task stands above it; it was passed over.");
            return;
        }
        foreach (var role in Joinable)
            if (!row[role].IsEmpty)
            {
                if (!tasks[^1].More.TryGetValue(role, out var more)) tasks[^1].More[role] = more = [];
                more.Add(row[role]);
            }
        Note(DiagnosticLevel.Warning, DiagnosticCode.RowContinued, last, null, row.Line, row[ColumnRole.Target].Text,
            "The row has no number; its cells were added to the task above.");
    }

    private static TaskRow Whole(TaskRow row, Dictionary<ColumnRole, List<CellText>> more)
    {
        if (more.Count == 0) return row;
        var cells = new Dictionary<ColumnRole, CellText>(row.Cells);
        foreach (var (role, pieces) in more) cells[role] = CellText.Join([row[role], .. pieces]);
        return row with { Cells = cells };
    }

    private void Note(DiagnosticLevel level, DiagnosticCode code, int? task, PlanCell? cell, int line, string words, string why) =>
        diagnostics.Add(new Diagnostic(level, code, task, cell, line, Words.Shorten(words), why));

    private static bool IsNumbered(SourceRow row) =>
        !row[ColumnRole.Number].IsEmpty || TaskNumber.TryRead(row[ColumnRole.Target].Folded, 0, 0, out _, out _);
}
