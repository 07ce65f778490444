namespace Suite.Tasks.Decomposition;

/// <summary>What the reader may rely on, and how much it accepts.</summary>
/// <param name="KnownPeople">Names of leaders; without them interleaved names are untangled by what the document shows elsewhere.</param>
public sealed record ReaderOptions(IReadOnlyList<string> KnownPeople)
{
    /// <summary>No names known, the limits below.</summary>
    public static ReaderOptions Default { get; } = new([]);

    /// <summary>
    /// Whether of several units in charge of a task the first leads and the others support. Null goes by the document: yes where one
    /// column or label names all units, and no other those that lead or support.
    /// </summary>
    public bool? FirstUnitLeads { get; init; }

    /// <summary>UTF-16 code units in the document, at most. A year's table of a large city has about 150,000.</summary>
    public int MaxCharacters { get; init; } = 20_000_000;

    /// <summary>UTF-16 code units in one cell, markup included, at most. The longest cell of a real table has about 2,000.</summary>
    public int MaxCellCharacters { get; init; } = 50_000;

    /// <summary>Rows of the table, and paragraphs around it, at most.</summary>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>Tasks, at most.</summary>
    public int MaxTasks { get; init; } = 50_000;

    /// <summary>Columns of a table, at most.</summary>
    public int MaxColumns { get; init; } = 256;

    /// <summary>Cells of all tables, merged ones counted for every place they cover, at most.</summary>
    public int MaxCells { get; init; } = 500_000;

    /// <summary>Elements of an HTML page, which are held in memory together, at most.</summary>
    public int MaxPageElements { get; init; } = 200_000;

    /// <summary>Levels of elements within one another, at most. Word nests about 20.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>Parts of an Office file, pictures included, at most.</summary>
    public int MaxParts { get; init; } = 10_000;

    /// <summary>Bytes that the parts read of an Office file unpack to, together, at most.</summary>
    public long MaxUnpackedBytes { get; init; } = 256L << 20;

    /// <summary>How many times its own size an Office file may unpack to. Word and Excel reach about 30.</summary>
    public int MaxUnpackRatio { get; init; } = 200;

    /// <summary>UTF-16 code units of one XML part, at most.</summary>
    public long MaxPartCharacters { get; init; } = 128L << 20;
}
