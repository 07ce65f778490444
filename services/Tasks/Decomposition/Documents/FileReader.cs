using Suite.TableFiles;
using Suite.TableFiles.Separated;
using Suite.Tasks.Decomposition.Documents.Html;
using Suite.Tasks.Decomposition.Documents.Office;

namespace Suite.Tasks.Decomposition.Documents;

/// <summary>A file as read, before anything in it is understood.</summary>
/// <param name="Notices">What a clerk should know about the file.</param>
internal sealed record FileContent(DocumentForm Form, SourceDocument Document, IReadOnlyList<Diagnostic> Notices)
{
    /// <summary>True where the sender's name for the file decided the form; the bytes alone would have been read in another.</summary>
    internal bool FormAsNamed { get; init; }
}

/// <summary>Bytes to blocks: finds out the form and reads it.</summary>
internal sealed class FileReader(ReaderOptions options)
{
    private readonly Notices notices = new();

    /// <param name="contentType">As the sender calls it, may be empty; decides only between forms of text, and names an encoding.</param>
    /// <param name="fileName">As the sender calls it, may be empty; decides only between forms of text.</param>
    /// <exception cref="PlanFormatException">The form is not read, the file is broken or larger than the options allow.</exception>
    internal FileContent Read(ReadOnlyMemory<byte> bytes, string contentType, string fileName)
    {
        try
        {
            return ReadForm(bytes, contentType, fileName);
        }
        catch (FileRefusedException wrong)
        {
            throw PlanFormatException.Of(wrong);
        }
    }

    private FileContent ReadForm(ReadOnlyMemory<byte> bytes, string contentType, string fileName)
    {
        Signatures.RefuseOthers(bytes.Span);
        if (Signatures.IsZip(bytes.Span))
        {
            var (form, document) = new OfficeReader(options, notices).Read(bytes);
            return Blocks(form, document);
        }
        var (text, encoding) = new TextDecoder(options).Decode(bytes.Span, contentType);
        if (encoding is not null)
            notices.Add(DiagnosticCode.EncodingAssumed, 1, "", "EncodingAssumed", encoding);
        RequireWords(text);
        if (HtmlForm.Is(text)) return Blocks(DocumentForm.Html, new HtmlReader(options).Read(text));
        var isNamed = IsCalled(contentType, fileName, "csv", "tab-separated-values", "tsv");
        var detected = SeparatedForm.TryDetect(text);
        var separator = isNamed ? SeparatedForm.Separator(text) : detected;
        var read = separator is { } found ? Blocks(DocumentForm.Separated, new SeparatedReader(options).Read(text, found)) : ReadText(text);
        return read with { FormAsNamed = separator != detected };
    }

    /// <summary>Reads the text form.</summary>
    /// <exception cref="PlanFormatException">The text is empty or larger than the options allow.</exception>
    internal FileContent ReadText(string text)
    {
        RequireWords(text);
        return Blocks(DocumentForm.Text, TextDocumentReader.Read(text, options));
    }

    private void RequireWords(string text)
    {
        if (text.Length > options.MaxCharacters) throw Limits.DocumentTooLong(options, $"{text.Length} characters");
        if (string.IsNullOrWhiteSpace(text)) throw Empty();
    }

    private FileContent Blocks(DocumentForm form, SourceDocument document) =>
        !document.Blocks.Any() ? throw Empty() : new FileContent(form, document, notices.Found);

    private static PlanFormatException Empty() => new(PlanFormatReason.Empty, "The document is empty.", "a decomposition table");

    private static bool IsCalled(string contentType, string fileName, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (contentType.Contains(name, StringComparison.OrdinalIgnoreCase)
                || fileName.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
