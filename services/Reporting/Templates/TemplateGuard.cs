using System.IO.Compression;
using System.Xml;

namespace Suite.Reporting.Templates;

/// <summary>
/// Looks at an uploaded file before anything opens it as a document: it must be a small zip of known parts, each well-formed XML without a
/// document type, with no macro, no embedded object and nothing fetched from elsewhere.
/// </summary>
public static class TemplateGuard
{
    public const int LargestFile = 10 << 20;
    const long LargestContent = 40 << 20;
    const int MostEntries = 300;
    const int DeepestXml = 200;

    static readonly string[] Parts =
    [
        "[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/styles.xml", "word/stylesWithEffects.xml", "word/fontTable.xml", "word/settings.xml", "word/webSettings.xml",
        "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml", "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels", "word/_rels/fontTable.xml.rels",
    ];

    static readonly string[] Folders = ["docProps/", "word/theme/", "word/media/", "customXml/", "word/header", "word/footer", "word/_rels/header", "word/_rels/footer"];

    static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif"];

    static readonly string[] HarmlessFields = ["PAGE", "NUMPAGES", "SECTIONPAGES", "STYLEREF", "REF", "TOC"];

    /// <returns>Empty where the file may be opened.</returns>
    public static IReadOnlyList<TemplateFault> Check(byte[] file)
    {
        if (file.Length > LargestFile) return [new("file", $"is {file.Length} bytes; at most {LargestFile} are taken.")];
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries) return [new("file", $"holds {zip.Entries.Count} parts; at most {MostEntries} are taken.")];
            return Check(zip);
        }
        catch (InvalidDataException error)
        {
            return [new("file", $"is no .docx document: {error.Message}")];
        }
    }

    static List<TemplateFault> Check(ZipArchive zip)
    {
        var (faults, left, names) = (new List<TemplateFault>(), LargestContent, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        foreach (var entry in zip.Entries)
        {
            if (!names.Add(entry.FullName)) faults.Add(new(entry.FullName, "stands in the file twice."));
            if (entry.FullName.EndsWith('/')) continue;
            if (Refused(entry.FullName) is { } reason) faults.Add(new(entry.FullName, reason));
            var content = Read(entry, ref left);
            if (content is null) return [new(entry.FullName, $"with what stands before it unpacks to more than {LargestContent} bytes.")];
            if (entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
                faults.AddRange(CheckXml(entry.FullName, content));
        }

        if (!names.Contains("word/document.xml")) faults.Add(new("file", "is no .docx document: it has no part word/document.xml."));
        return faults;
    }

    static string? Refused(string name)
    {
        if (name.Contains("vba", StringComparison.OrdinalIgnoreCase)) return "is a macro; templates have none.";
        if (name.StartsWith("word/embeddings/", StringComparison.OrdinalIgnoreCase) || name.Contains("activeX", StringComparison.OrdinalIgnoreCase))
            return "is an embedded object; templates have none.";
        if (name.Contains("comments", StringComparison.OrdinalIgnoreCase)) return "holds comments; accept or delete them first.";
        var known = Parts.Contains(name) || Folders.Any(f => name.StartsWith(f, StringComparison.Ordinal));
        if (!known) return "is a part that templates do not have.";
        return name.StartsWith("word/media/", StringComparison.Ordinal) && !Pictures.Any(p => name.EndsWith(p, StringComparison.OrdinalIgnoreCase)) ? "is no picture (png, jpg or gif)." : null;
    }

    /// <summary>Unpacks as much as is still allowed, whatever sizes the file itself tells; null where there is more.</summary>
    static byte[]? Read(ZipArchiveEntry entry, ref long left)
    {
        using var input = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = input.Read(buffer)) > 0;)
        {
            if ((left -= read) < 0) return null;
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    static List<TemplateFault> CheckXml(string part, byte[] content)
    {
        var faults = new List<TemplateFault>();
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(content), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.Depth > DeepestXml) return [new(part, $"nests elements more than {DeepestXml} deep.")];
                if (reader.NodeType == XmlNodeType.Element && FaultOf(reader) is { } fault) faults.Add(new($"{part}, line {((IXmlLineInfo)reader).LineNumber}", fault));
                if (reader.NodeType == XmlNodeType.Text && reader.Depth > 0 && FieldFault(reader) is { } field) faults.Add(new($"{part}, field {field}", "may fetch or run something; only page numbers and references are taken."));
            }
        }
        catch (XmlException error)
        {
            // A document type is refused before its place is told; it stands before everything else.
            return [new($"{part}, line {Math.Max(1, error.LineNumber)}, position {Math.Max(1, error.LinePosition)}", $"cannot be read: {error.Message}")];
        }

        return faults;
    }

    static string? FaultOf(XmlReader reader) => reader.LocalName switch
    {
        "Relationship" when reader.GetAttribute("TargetMode") == "External" => $"links to something outside the file: {reader.GetAttribute("Target")}",
        "Relationship" when reader.GetAttribute("Target") is { } target && target.Contains("://", StringComparison.Ordinal) => $"links to something outside the file: {target}",
        "object" or "OLEObject" or "control" => "is an embedded object; templates have none.",
        "altChunk" => "takes in another document; templates have none.",
        "mailMerge" => "is a mail merge; templates have none.",
        "fldSimple" when reader.GetAttribute("w:instr") is { } code && !Harmless(code) => $"is a field that may fetch or run something: {code.Trim()}",
        "Override" or "Default" when reader.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true => "declares macros; templates have none.",
        _ => null,
    };

    static string? FieldFault(XmlReader reader) =>
        reader.Value is { Length: > 2 and < 2000 } text && IsFieldCode(text) && !Harmless(text) ? text.Trim() : null;

    static bool IsFieldCode(string text) => text.TrimStart() is var code
        && new[] { "INCLUDETEXT", "INCLUDEPICTURE", "DDE", "DDEAUTO", "LINK ", "IMPORT ", "DATABASE", "MACROBUTTON" }.Any(name => code.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    static bool Harmless(string code) => HarmlessFields.Contains(code.Trim().Split([' ', '\\'], 2)[0].ToUpperInvariant());
}
