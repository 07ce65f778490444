namespace Suite.Reporting.Bulletins;

/// <summary>A part of the text that stands by itself.</summary>
public abstract record Block;

/// <param name="Level">1 for 一、, 2 for （一）.</param>
public sealed record Heading(int Level, string Text) : Block;

public sealed record Paragraph(IReadOnlyList<Inline> Inlines) : Block;

/// <param name="Title">Empty where a heading says it.</param>
/// <param name="Columns">Titles and relative widths.</param>
/// <param name="Rows">A cell for each column; the last cell of a shorter row takes the rest of its columns.</param>
public sealed record Table(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Inline>> Rows) : Block;

/// <param name="Centred">Cells are centred; otherwise they start at the left.</param>
public sealed record Column(string Title, int Width, bool Centred = true);

/// <summary>A piece of a paragraph or the content of a cell.</summary>
public abstract record Inline;

/// <param name="Strong">Set apart from the running text.</param>
public sealed record Run(string Text, bool Strong = false) : Inline;

/// <summary>A figure with its unit and its mark.</summary>
public sealed record Quote(Figure Figure) : Inline;

/// <summary>A figure in a table, where the row carries the marks.</summary>
public sealed record Cell(Figure Figure) : Inline;

/// <summary>The marks of a table's row, from the first to the last of its figures.</summary>
public sealed record Marks(Figure First, Figure Last) : Inline;

/// <summary>The mark of a figure in the appendix, which the marks in the text lead to.</summary>
public sealed record Anchor(Figure Figure) : Inline;
