using Suite.TableFiles;

namespace Suite.Tasks.Decomposition;

/// <summary>The document is not a decomposition table that can be read.</summary>
public sealed class PlanFormatException(
    PlanFormatReason reason, string message, string expected, int? line = null, int? column = null, long? byteOffset = null)
    : Exception(message)
{
    /// <summary>Stable, for programs.</summary>
    public PlanFormatReason Reason { get; } = reason;

    /// <summary>What was expected instead, in English.</summary>
    public string Expected { get; } = expected;

    /// <summary>The document's line, from 1, where one can be named.</summary>
    public int? Line { get; } = line;

    /// <summary>The UTF-16 column in the line, from 1, where one can be named.</summary>
    public int? Column { get; } = column;

    /// <summary>Offset of the first wrong byte, from 0, where the encoding is wrong.</summary>
    public long? ByteOffset { get; } = byteOffset;

    /// <summary>The same about a file that could not even be read.</summary>
    internal static PlanFormatException Of(FileRefusedException wrong) => new(wrong.Fault switch
    {
        FileFault.Empty => PlanFormatReason.Empty,
        FileFault.InvalidUtf8 => PlanFormatReason.InvalidUtf8,
        FileFault.TooLong => PlanFormatReason.TooLong,
        FileFault.TooManyRows => PlanFormatReason.TooManyRows,
        FileFault.UnsupportedForm => PlanFormatReason.UnsupportedForm,
        FileFault.Damaged => PlanFormatReason.Damaged,
        FileFault.TooComplex => PlanFormatReason.TooComplex,
        _ => PlanFormatReason.Unsafe,
    }, wrong.Message, wrong.Expected, wrong.Line, byteOffset: wrong.ByteOffset);
}

/// <summary>Why a document was refused.</summary>
public enum PlanFormatReason
{
    /// <summary>No characters besides white space.</summary>
    Empty,

    /// <summary>The bytes are not UTF-8.</summary>
    InvalidUtf8,

    /// <summary>No row names the columns.</summary>
    NoHeader,

    /// <summary>The heading is followed by no task.</summary>
    NoTasks,

    /// <summary>More characters than allowed, in the document or in one cell.</summary>
    TooLong,

    /// <summary>More rows than allowed.</summary>
    TooManyRows,

    /// <summary>More tasks than allowed.</summary>
    TooManyTasks,

    /// <summary>The file is of a form that is not read, such as PDF or an old .doc.</summary>
    UnsupportedForm,

    /// <summary>The file is broken: its archive or its XML cannot be read.</summary>
    Damaged,

    /// <summary>The file is spread wider, nested deeper or packed tighter than allowed.</summary>
    TooComplex,

    /// <summary>The file carries what no such document needs and what could reach outside it, such as a document type with entities.</summary>
    Unsafe,
}
