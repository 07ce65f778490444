using System.Xml;

namespace Suite.TableFiles.Office;

/// <summary>Opens a .docx or .xlsx and turns what is wrong with it into one sort of refusal.</summary>
public static class OfficeFile
{
    private const string Whole = "a file as Word or Excel writes it";

    /// <param name="read">Gets the package, the root element of its main part (<c>document</c>, <c>workbook</c>, …) and that part's name.</param>
    /// <exception cref="FileRefusedException">The archive or its XML is broken or larger than the limits.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> bytes, FileLimits limits, Func<OfficePackage, string, string, T> read)
    {
        try
        {
            using var package = OfficePackage.Open(bytes, limits);
            var main = package.Related("", "officeDocument");
            return read(package, Root(package, main), main ?? "");
        }
        catch (XmlException wrong) when (wrong.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new FileRefusedException(FileFault.Unsafe, "A part of the file carries a document type (DTD), which no Office file needs.", Whole);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            throw new FileRefusedException(FileFault.Damaged, $"The file is damaged: {wrong.Message}", Whole);
        }
    }

    /// <summary>The refusal of an archive that is no such file, by the name of what it is.</summary>
    public static FileRefusedException Unsupported(OfficePackage package, string root) => Signatures.Unsupported(
        root == "presentation" ? "a presentation (.pptx)"
        : package.Has("content.xml") && package.Has("mimetype") ? "an OpenDocument file (.odt or .ods)"
        : package.Has("[Content_Types].xml") ? "an Office file without a document in it"
        : "a ZIP archive");

    private static string Root(OfficePackage package, string? main)
    {
        using var reader = package.Open(main);
        return reader is not null && reader.ToRoot() ? reader.Name : "";
    }
}
