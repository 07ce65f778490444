namespace Suite.TableFiles;

/// <summary>The file cannot be read; whatever it would have held.</summary>
public sealed class FileRefusedException(FileFault fault, string message, string expected, int? line = null, long? byteOffset = null) : Exception(message)
{
    /// <summary>Stable, for programs.</summary>
    public FileFault Fault { get; } = fault;

    /// <summary>What was expected instead, in English.</summary>
    public string Expected { get; } = expected;

    /// <summary>Line of a text or row of a sheet, from 1, where one can be named.</summary>
    public int? Line { get; } = line;

    /// <summary>Offset of the first wrong byte, from 0, where the encoding is wrong.</summary>
    public long? ByteOffset { get; } = byteOffset;
}

/// <summary>Why a file was refused.</summary>
public enum FileFault
{
    /// <summary>No characters besides white space.</summary>
    Empty,

    /// <summary>The bytes are in none of the encodings that are read.</summary>
    InvalidUtf8,

    /// <summary>More characters than allowed, in the file or in one cell.</summary>
    TooLong,

    /// <summary>More rows than allowed.</summary>
    TooManyRows,

    /// <summary>The file is of a form that is not read, such as PDF or an old .xls.</summary>
    UnsupportedForm,

    /// <summary>The file is broken: its archive or its XML cannot be read.</summary>
    Damaged,

    /// <summary>The file is spread wider, nested deeper or packed tighter than allowed.</summary>
    TooComplex,

    /// <summary>The file carries what no such file needs and what could reach outside it, such as a document type with entities.</summary>
    Unsafe,
}
