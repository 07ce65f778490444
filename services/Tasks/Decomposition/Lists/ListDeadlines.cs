using Suite.Tasks.Decomposition.Cells;
using Suite.Tasks.Decomposition.Tables;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Lists;

/// <summary>
/// The items of a list that name no deadline, and the lines that set one for all: a line behind items speaks of those above it that are still
/// without one, a line before the first of those below.
/// </summary>
internal sealed class ListDeadlines
{
    private static readonly SourceColumn Deadline = new(ColumnRole.Deadline);
    private readonly List<int> lacking = [];
    private readonly List<Diagnostic> told = [];
    private (CellText Words, int Line)? below;
    private bool began;

    /// <summary>An item begins.</summary>
    /// <param name="row">Where it stands.</param>
    /// <param name="lacks">True where it says nothing of when.</param>
    internal void Meet(int row, bool lacks)
    {
        began = true;
        if (lacks) lacking.Add(row);
    }

    /// <summary>A line sets a deadline.</summary>
    internal void Set(CellText deadline, int line, List<SourceRow> rows)
    {
        if (began) Give(deadline, line, rows);
        else below = (deadline, line);
    }

    /// <summary>The list is at its end.</summary>
    /// <returns>What was taken from such lines.</returns>
    internal IReadOnlyList<Diagnostic> Close(List<SourceRow> rows)
    {
        if (below is { } first) Give(first.Words, first.Line, rows);
        return told;
    }

    private void Give(CellText deadline, int line, List<SourceRow> rows)
    {
        var given = lacking.FindAll(row => !SharedDeadline.Names(rows[row][ColumnRole.Target].Folded));
        foreach (var row in given) rows[row] = rows[row] with { Cells = rows[row].Cells.And(Deadline, deadline) };
        lacking.Clear();
        if (given.Count > 0)
            told.Add(new Diagnostic(DiagnosticLevel.Notice, DiagnosticCode.DeadlineShared, null, PlanCell.Schedule, line, deadline.Text,
                Findings.Say("DeadlineShared", deadline.Text, given.Count)));
    }
}
