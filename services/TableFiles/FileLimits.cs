namespace Suite.TableFiles;

/// <summary>How much of a file is read; what is larger is refused, however it is packed.</summary>
public record FileLimits
{
    /// <summary>UTF-16 code units of all words together, at most. A year's table of a large city has about 150,000.</summary>
    public int MaxCharacters { get; init; } = 20_000_000;

    /// <summary>UTF-16 code units in one cell, markup included, at most. The longest cell of a real table has about 2,000.</summary>
    public int MaxCellCharacters { get; init; } = 50_000;

    /// <summary>Rows of the table, and paragraphs around it, at most.</summary>
    public int MaxRows { get; init; } = 100_000;

    /// <summary>Columns of a table, at most.</summary>
    public int MaxColumns { get; init; } = 256;

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
