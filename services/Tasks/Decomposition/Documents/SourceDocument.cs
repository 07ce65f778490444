using Suite.Tasks.Decomposition.Cells;

namespace Suite.Tasks.Decomposition.Documents;

/// <summary>A document as its blocks, whatever file it came in: the door between reading a file and understanding a table or a list.</summary>
/// <param name="Blocks">In the order of reading. They may be made anew whenever they are gone through, so that not all are held together.</param>
internal sealed record SourceDocument(IEnumerable<Block> Blocks);

/// <summary>A piece of a document.</summary>
/// <param name="Line">Where it begins, from 1: a line of a text, a paragraph or row of a document, a row of a sheet.</param>
internal abstract record Block(int Line);

/// <summary>Words outside any table.</summary>
/// <param name="OutlineLevel">1 for a heading of the first level and so on, 0 for body text.</param>
internal sealed record Paragraph(int Line, CellText Text, int OutlineLevel = 0) : Block(Line);

/// <summary>A table, its merged cells not yet spread.</summary>
internal sealed record Grid(int Line, IReadOnlyList<GridRow> Rows) : Block(Line);

/// <param name="Line">As in <see cref="Block"/>.</param>
/// <param name="Cells">The cells that begin in this row, by ascending column; columns covered from above or the left are not repeated.</param>
internal sealed record GridRow(int Line, IReadOnlyList<GridCell> Cells);

/// <param name="Column">From 0.</param>
/// <param name="ColumnSpan">Columns it covers, at least 1.</param>
/// <param name="RowSpan">Rows it covers, at least 1.</param>
internal sealed record GridCell(int Column, CellText Text, int ColumnSpan = 1, int RowSpan = 1);
