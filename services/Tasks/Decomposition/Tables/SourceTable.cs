using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Tables;

/// <summary>A document as a table, whatever form it came in: the door between reading a form and reading a plan.</summary>
/// <param name="Preface">The lines above the table, cleaned, none empty.</param>
/// <param name="Postscript">The lines below it that name its issuer or date.</param>
/// <param name="Rows">
/// The rows below the heading, repeated headings left out. They are made as they are gone through, once: only the preface is whole before the
/// first of them, the rest when all have been read.
/// </param>
/// <param name="Diagnostics">What was noticed while making the table.</param>
internal sealed record SourceTable(
    IReadOnlyList<string> Preface, IReadOnlyList<string> Postscript, IEnumerable<SourceRow> Rows, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>One row.</summary>
/// <param name="Line">The document's line, from 1.</param>
/// <param name="AfterPageBreak">True where the heading was repeated just above.</param>
/// <param name="Cells">By what they hold, in the order of the columns; a missing one is empty.</param>
internal sealed record SourceRow(int Line, bool AfterPageBreak, RowCells Cells)
{
    /// <summary>The words of a row that is a section's heading, otherwise null.</summary>
    internal CellText? Title { get; init; }

    /// <summary>True where the row is a task whatever its number says, as an item of a list is.</summary>
    internal bool IsTask { get; init; }

    /// <summary>True where one cell names all units and no word says which of them lead: by custom the first one does.</summary>
    internal bool UnitsInOne { get; init; }

    /// <summary>True where merged cells show that the row belongs to the task above; only cells that begin in this row are held.</summary>
    internal bool Continues { get; init; }

    /// <summary>True where the row shares its number, in a merged cell, with the row above, and is a task of its own.</summary>
    internal bool SharesNumber { get; init; }

    internal CellText this[ColumnRole role] => Cells[new SourceColumn(role)];

    internal static SourceRow Section(int line, CellText title) => new(line, false, RowCells.None) { Title = title };
}
