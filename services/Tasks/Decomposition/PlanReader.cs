using System.Text;
using Suite.Tasks.Decomposition.Documents;

namespace Suite.Tasks.Decomposition;

/// <summary>
/// Reads a published task decomposition table (重点工作任务分解表): document, table, rows, tasks, schedule items, commitments.
/// Pure: no input but the document and the options, no state kept. Time and memory grow with the document, not faster.
/// </summary>
public sealed class PlanReader(ReaderOptions? options = null)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly ReaderOptions options = options ?? ReaderOptions.Default;

    /// <summary>Reads the text form: tab-separated cells, one row a line, with or without a heading above.</summary>
    /// <exception cref="PlanFormatException">The text is no such table, or larger than the options allow.</exception>
    public PlanDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > options.MaxCharacters)
            throw TooLong($"{text.Length} characters");
        if (string.IsNullOrWhiteSpace(text))
            throw new PlanFormatException(PlanFormatReason.Empty, "The document is empty.", "a decomposition table");
        return new DocumentReader(options).Read(new TextDocumentReader(text, options).Read());
    }

    /// <summary>Reads the text form from UTF-8, with or without a byte order mark.</summary>
    /// <exception cref="PlanFormatException">The bytes are not UTF-8, the text is no such table, or larger than the options allow.</exception>
    public PlanDocument Read(ReadOnlyMemory<byte> utf8)
    {
        // A UTF-16 code unit takes at most three bytes, so a longer document is refused before it is decoded.
        if (utf8.Length / 3 > options.MaxCharacters) throw TooLong($"{utf8.Length} bytes");
        var bytes = utf8.Span;
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        try
        {
            return Read(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException wrong)
        {
            throw InvalidUtf8(bytes, utf8.Length - bytes.Length, wrong);
        }
    }

    private static PlanFormatException InvalidUtf8(ReadOnlySpan<byte> bytes, int skipped, DecoderFallbackException wrong)
    {
        var at = Math.Clamp(wrong.Index, 0, bytes.Length);
        var line = bytes[..at].Count((byte)'\n') + 1;
        return new PlanFormatException(PlanFormatReason.InvalidUtf8, $"Byte {at + skipped} (line {line}) is not UTF-8.",
            "text in UTF-8", line, byteOffset: at + skipped);
    }

    private PlanFormatException TooLong(string size) => new(PlanFormatReason.TooLong,
        $"The document has {size}, more than {options.MaxCharacters} characters.", $"at most {options.MaxCharacters} characters");
}
