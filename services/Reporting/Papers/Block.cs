namespace Suite.Reporting.Papers;

/// <summary>A part of the text that stands by itself.</summary>
public abstract record Block;

/// <param name="Level">1 for 一、, 2 for （一）.</param>
public sealed record Heading(int Level, string Text) : Block;

/// <param name="Key">Names the passage whatever the data are, so that an editor's words keep their place; empty where it is not to be edited.</param>
/// <param name="Edited">An editor's words stand here.</param>
public sealed record Paragraph(IReadOnlyList<Inline> Inlines, string Key = "", bool Edited = false) : Block;

/// <param name="Title">Without its number; empty where a heading says it.</param>
/// <param name="Rows">A cell for each column; the last cell of a shorter row takes the rest of its columns.</param>
public sealed record Table(string Title, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Inline>> Rows) : Block
{
    /// <summary>What <see cref="TableNumber"/> calls it; empty where the text does not refer to it.</summary>
    public string Key { get; init; } = "";
}


/// <param name="Centred">Cells are centred; otherwise they start at the left.</param>
public sealed record Column(string Title, bool Centred = true);

/// <summary>Bars, drawn natively with their data inside the document.</summary>
/// <param name="Stacked">Bars of a category stand on each other, not side by side.</param>
public sealed record Chart(string Title, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, bool Stacked) : Block
{
    const int MostStanding = 8;

    /// <summary>The bars lie, a line for each category: names would not fit below standing ones.</summary>
    public bool Lies => Categories.Count > MostStanding;
}


/// <param name="Colour">Six hexadecimal digits.</param>
/// <param name="Values">One for each category.</param>
public sealed record ChartSeries(string Name, string Colour, IReadOnlyList<decimal> Values);

/// <summary>A piece of a paragraph or the content of a cell.</summary>
public abstract record Inline;

/// <param name="Strong">Set apart from the running text.</param>
public sealed record Run(string Text, bool Strong = false) : Inline;

/// <summary>Stands for the number of a table until tables are numbered: 表1.</summary>
/// <param name="Key">Of the table.</param>
public sealed record TableNumber(string Key) : Inline;

/// <summary>A figure with its unit and its mark.</summary>
public sealed record Quote(Figure Figure) : Inline;

/// <summary>What an editor wrote in the place of a figure that says something else.</summary>
public sealed record Misquote(string Text, Figure Figure) : Inline;

/// <summary>A figure in a table, where the row carries the marks.</summary>
public sealed record Cell(Figure Figure) : Inline;

/// <summary>The marks of a table's row, from the first to the last of its figures.</summary>
public sealed record Marks(Figure First, Figure Last) : Inline;

/// <summary>The mark of a figure in the appendix, which the marks in the text lead to.</summary>
public sealed record Anchor(Figure Figure) : Inline;

/// <summary>The marks of figures that share a row of the appendix; each is found at it.</summary>
public sealed record Anchors(IReadOnlyList<Figure> Figures) : Inline;
