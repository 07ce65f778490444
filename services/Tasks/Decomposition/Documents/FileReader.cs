using Suite.Tasks.Decomposition.Documents.Html;
using Suite.Tasks.Decomposition.Wording;

namespace Suite.Tasks.Decomposition.Documents;

/// <summary>A file as read, before anything in it is understood.</summary>
/// <param name="Text">The decoded text where the form is <see cref="DocumentForm.Text"/>, which is understood line by line; else null.</param>
/// <param name="Document">The blocks of every other form; else null.</param>
/// <param name="Notices">What a clerk should know about the file.</param>
internal sealed record FileContent(DocumentForm Form, string? Text, SourceDocument? Document, IReadOnlyList<Diagnostic> Notices);

/// <summary>Bytes to blocks: finds out the form and reads it.</summary>
internal sealed class FileReader(ReaderOptions options)
{
    private readonly Notices notices = new();

    /// <param name="contentType">As the sender calls it, may be empty; decides only between forms of text, and names an encoding.</param>
    /// <param name="fileName">As the sender calls it, may be empty; decides only between forms of text.</param>
    /// <exception cref="PlanFormatException">The form is not read, the file is broken or larger than the options allow.</exception>
    internal FileContent Read(ReadOnlyMemory<byte> bytes, string contentType, string fileName)
    {
        Signatures.RefuseOthers(bytes.Span);
        if (Signatures.IsZip(bytes.Span)) throw Signatures.Unsupported("a ZIP archive");
        var (text, encoding) = new TextDecoder(options).Decode(bytes.Span, contentType);
        if (text.Length > options.MaxCharacters) throw Limits.DocumentTooLong(options, $"{text.Length} characters");
        if (encoding is not null)
            notices.Add(DiagnosticCode.EncodingAssumed, 1, Findings.Say("EncodingAssumed", encoding));
        return ReadText(text, contentType, fileName);
    }

    private FileContent ReadText(string text, string contentType, string fileName)
    {
        if (HtmlForm.Is(text)) return Blocks(DocumentForm.Html, new HtmlReader(options).Read(text));
        var isNamed = IsCalled(contentType, fileName, "csv", "tab-separated-values", "tsv");
        var separator = isNamed ? SeparatedForm.Separator(text) : SeparatedForm.TryDetect(text);
        return separator is { } found
            ? Blocks(DocumentForm.Separated, new SeparatedReader(options).Read(text, found))
            : new FileContent(DocumentForm.Text, text, null, notices.Found);
    }

    private FileContent Blocks(DocumentForm form, SourceDocument document) => new(form, null, document, notices.Found);

    private static bool IsCalled(string contentType, string fileName, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (contentType.Contains(name, StringComparison.OrdinalIgnoreCase)
                || fileName.EndsWith($".{name}", StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
