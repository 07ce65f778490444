using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>A document as a table, whatever form it came in: the door between reading a form and reading a plan.</summary>
/// <param name="Preface">The lines above the table, cleaned, none empty.</param>
/// <param name="Rows">The rows below the heading, repeated headings left out.</param>
/// <param name="Diagnostics">What was noticed while making the table.</param>
internal sealed record SourceTable(
    IReadOnlyList<string> Preface, IReadOnlyList<SourceRow> Rows, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>One row.</summary>
/// <param name="Line">The document's line, from 1.</param>
/// <param name="AfterPageBreak">True where the heading was repeated just above.</param>
/// <param name="Cells">By what they hold; a missing one is empty.</param>
internal sealed record SourceRow(int Line, bool AfterPageBreak, IReadOnlyDictionary<ColumnRole, CellText> Cells)
{
    internal CellText this[ColumnRole role] => Cells.TryGetValue(role, out var cell) ? cell : CellText.Empty;

    internal bool OnlyHas(ColumnRole role) => !this[role].IsEmpty && Cells.All(c => c.Key == role || c.Value.IsEmpty);
}
