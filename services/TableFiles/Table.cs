namespace Suite.TableFiles;

/// <summary>One table of a file: a visible sheet of a workbook, or all of a CSV.</summary>
/// <param name="Sheet">Name of the sheet; empty for CSV.</param>
/// <param name="Rows">The rows with words in them, in order.</param>
/// <param name="HasBareFormulas">Formulas stand in it whose results are not in the file; their cells are empty here.</param>
public sealed record Table(string Sheet, IReadOnlyList<TableRow> Rows, bool HasBareFormulas = false);

/// <summary>A row as it is shown: numbers and dates in their formats, a merged area's words in every row of it.</summary>
/// <param name="Line">Row of the sheet or line of the text, from 1.</param>
/// <param name="Cells">By column from 0; empty ones at the end are left out.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>The words in a column, without white space around them; empty where there are none.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column].Trim() : "";
}
