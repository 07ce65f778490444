using System.Xml;
using Suite.Tasks.Decomposition.Documents.Sheets;
using Suite.Tasks.Decomposition.Documents.Word;

namespace Suite.Tasks.Decomposition.Documents.Office;

/// <summary>A .docx or .xlsx to blocks; which of them it is, its main part tells.</summary>
internal sealed class OfficeReader(ReaderOptions options, Notices notices)
{
    private const string Whole = "a file as Word or Excel writes it";

    /// <exception cref="PlanFormatException">The archive or its XML is broken, larger than the options allow, or of another kind.</exception>
    internal (DocumentForm Form, SourceDocument Document) Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var package = OfficePackage.Open(bytes, options);
            var main = package.Related("", "officeDocument");
            return Root(package, main) switch
            {
                "document" => (DocumentForm.Word, new WordReader(package, options, notices).Read(main!)),
                "workbook" => (DocumentForm.Workbook, new WorkbookReader(package, options, notices).Read(main!)),
                var other => throw Signatures.Unsupported(Name(other, package)),
            };
        }
        catch (XmlException wrong) when (wrong.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new PlanFormatException(PlanFormatReason.Unsafe, "A part of the file carries a document type (DTD), which no Office file needs.", Whole);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw new PlanFormatException(PlanFormatReason.Damaged, $"The file is damaged: {wrong.Message}", Whole);
        }
    }

    private static string Root(OfficePackage package, string? main)
    {
        using var reader = package.Open(main);
        return reader is not null && reader.ToRoot() ? reader.Name : "";
    }

    private static string Name(string root, OfficePackage package) =>
        root == "presentation" ? "a presentation (.pptx)"
        : package.Has("content.xml") && package.Has("mimetype") ? "an OpenDocument file (.odt or .ods)"
        : package.Has("[Content_Types].xml") ? "an Office file without a document in it"
        : "a ZIP archive";
}
