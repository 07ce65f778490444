using System.IO.Compression;
using System.Text;
using Suite.Reporting.Templates;

namespace Suite.Reporting.Tests.Templates;

/// <summary>The built-in template with something changed in it.</summary>
static class TemplateFile
{
    public static byte[] With(string part, string content) => With(part, Encoding.UTF8.GetBytes(content));

    /// <summary>One part added, or put in the place of the one with its name.</summary>
    public static byte[] With(string part, byte[] content)
    {
        using var buffer = new MemoryStream();
        buffer.Write(BuiltInTemplate.Content);
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(content);
        }

        return buffer.ToArray();
    }

    /// <summary>The main part with one text replaced by another.</summary>
    public static byte[] Where(string text, string by) => With("word/document.xml", Part("word/document.xml").Replace(text, by, StringComparison.Ordinal));

    /// <summary>A text that is put in at the end of the main part.</summary>
    public static byte[] Plus(string paragraphs)
    {
        var main = Part("word/document.xml");
        return With("word/document.xml", main.Insert(main.LastIndexOf("<w:sectPr", StringComparison.Ordinal), paragraphs));
    }

    public static string Control(string tag, string text) =>
        $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:sdtContent></w:sdt>";

    public static string Part(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(BuiltInTemplate.Content));
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
