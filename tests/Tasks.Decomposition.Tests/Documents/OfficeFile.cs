using System.IO.Compression;
using System.Text;

namespace Suite.Tasks.Decomposition.Tests.Documents;

/// <summary>Office files made of the XML of their parts.</summary>
internal static class OfficeFile
{
    internal const string WordNamespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
        + "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    internal const string SheetNamespaces =
        "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    /// <param name="more">Further parts the document relates to: their kind and XML.</param>
    internal static byte[] Word(string body, params ReadOnlySpan<(string Kind, string Xml)> more)
    {
        var parts = new Dictionary<string, string> { ["word/document.xml"] = $"<w:document {WordNamespaces}><w:body>{body}</w:body></w:document>" };
        var related = new StringBuilder();
        foreach (var (kind, xml) in more)
        {
            parts[$"word/{kind}.xml"] = xml;
            related.Append(Relation(kind, kind, $"{kind}.xml"));
        }
        parts["word/_rels/document.xml.rels"] = Relations(related.ToString());
        return Package("word/document.xml", parts);
    }

    /// <param name="sheets">Name, state (empty, hidden) and sheet XML inside the worksheet element.</param>
    internal static byte[] Workbook(IReadOnlyList<(string Name, string State, string Xml)> sheets, params ReadOnlySpan<(string Kind, string Xml)> more)
    {
        var parts = new Dictionary<string, string>();
        var related = new StringBuilder();
        var listed = new StringBuilder();
        for (var i = 1; i <= sheets.Count; i++)
        {
            var (name, state, xml) = sheets[i - 1];
            parts[$"xl/worksheets/sheet{i}.xml"] = $"<worksheet {SheetNamespaces}>{xml}</worksheet>";
            related.Append(Relation($"s{i}", "worksheet", $"worksheets/sheet{i}.xml"));
            listed.Append($"<sheet name=\"{name}\" sheetId=\"{i}\" r:id=\"s{i}\"{(state.Length > 0 ? $" state=\"{state}\"" : "")}/>");
        }
        foreach (var (kind, xml) in more)
        {
            parts[$"xl/{kind}.xml"] = xml;
            related.Append(Relation(kind, kind, $"{kind}.xml"));
        }
        parts["xl/workbook.xml"] = $"<workbook {SheetNamespaces}><sheets>{listed}</sheets></workbook>";
        parts["xl/_rels/workbook.xml.rels"] = Relations(related.ToString());
        return Package("xl/workbook.xml", parts);
    }

    internal static byte[] Package(string main, IReadOnlyDictionary<string, string> parts)
    {
        var all = new Dictionary<string, string>(parts)
        {
            ["[Content_Types].xml"] = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
            ["_rels/.rels"] = Relations(Relation("main", "officeDocument", main)),
        };
        return Zip(all.Select(p => (p.Key, Encoding.UTF8.GetBytes(p.Value))));
    }

    internal static byte[] Zip(IEnumerable<(string Name, byte[] Content)> entries, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in entries)
            {
                using var part = archive.CreateEntry(name, level).Open();
                part.Write(content);
            }
        return zip.ToArray();
    }

    internal static IReadOnlyList<(string Name, byte[] Content)> Unzip(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using var part = entry.Open();
            part.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    private static string Relation(string id, string kind, string target) => $"<Relationship Id=\"{id}\" Type=\"{Types}{kind}\" Target=\"{target}\"/>";

    private static string Relations(string inside) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>";
}
