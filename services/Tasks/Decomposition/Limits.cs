using Suite.TableFiles;

namespace Suite.Tasks.Decomposition;

/// <summary>The refusals of what is larger than <see cref="ReaderOptions"/> allow; each names the place, the size found and the limit.</summary>
internal static class Limits
{
    internal static PlanFormatException DocumentTooLong(ReaderOptions options, string size) => PlanFormatException.Of(FileRefusals.TooLong(options, size));

    internal static PlanFormatException CellTooLong(ReaderOptions options, int line, long length) =>
        PlanFormatException.Of(FileRefusals.CellTooLong(options, line, length));

    internal static PlanFormatException TooDeep(ReaderOptions options, string place) => PlanFormatException.Of(FileRefusals.TooDeep(options, place));

    internal static PlanFormatException TooManyRows(ReaderOptions options, int line) => new(PlanFormatReason.TooManyRows,
        $"Line {line}: the document has more than {options.MaxRows} rows.", $"at most {options.MaxRows} rows", line, 1);

    internal static PlanFormatException TooWide(ReaderOptions options, int line) => new(PlanFormatReason.TooComplex,
        $"Line {line}: a table has more than {options.MaxColumns} columns.", $"at most {options.MaxColumns} columns", line);

    internal static PlanFormatException TooManyCells(ReaderOptions options, int line) => new(PlanFormatReason.TooComplex,
        $"Line {line}: the table's cells cover more than {options.MaxCells} places.", $"at most {options.MaxCells} cells, merged ones counted for every place they cover", line);

    internal static PlanFormatException TooManyElements(int most) => new(PlanFormatReason.TooComplex,
        $"The document has more than {most} elements.", $"at most {most} elements");
}
