namespace Suite.TableFiles;

/// <summary>The refusals of what is larger than <see cref="FileLimits"/> allow; each names the place, the size found and the limit.</summary>
public static class FileRefusals
{
    public static FileRefusedException TooLong(FileLimits limits, string size) => new(FileFault.TooLong,
        $"The document has {size}, more than {limits.MaxCharacters} characters.", $"at most {limits.MaxCharacters} characters");

    public static FileRefusedException CellTooLong(FileLimits limits, int line, long length) => new(FileFault.TooLong,
        $"Line {line}: a cell has {length} characters, more than {limits.MaxCellCharacters}.", $"cells of at most {limits.MaxCellCharacters} characters", line);

    public static FileRefusedException TooManyRows(FileLimits limits, int line) => new(FileFault.TooManyRows,
        $"Line {line}: the file has more than {limits.MaxRows} rows.", $"at most {limits.MaxRows} rows", line);

    public static FileRefusedException TooWide(FileLimits limits, int line) => new(FileFault.TooComplex,
        $"Line {line}: the table has more than {limits.MaxColumns} columns.", $"at most {limits.MaxColumns} columns", line);

    public static FileRefusedException TooDeep(FileLimits limits, string place) => new(FileFault.TooComplex,
        $"{place}: elements are nested deeper than {limits.MaxDepth}.", $"at most {limits.MaxDepth} levels");
}
