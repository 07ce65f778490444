using System.IO.Compression;
using System.Text;

namespace Suite.Tasks.Evidence;

/// <summary>Tells the kinds of files that are packages of parts. Only the list of parts and one small part are read, nothing is unpacked.</summary>
static class PackedKind
{
    const int MaxParts = 5000;
    const int MaxTypes = 1 << 20;
    const string Types = "[Content_Types].xml";

    static readonly (string Part, FileKind Kind)[] Kinds =
    [
        ("word/document.xml", new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"])),
        ("xl/workbook.xml", new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"])),
        ("ppt/presentation.xml", new("application/vnd.openxmlformats-officedocument.presentationml.presentation", [".pptx"])),
        ("OFD.xml", new("application/ofd", [".ofd"])),
    ];

    /// <summary>Parts that carry programs: macros, controls, embedded files of any kind.</summary>
    static readonly string[] Programs = ["vbaproject", "/activex/", "/embeddings/oleobject", "/macrosheets/", ".exe", ".dll", ".js", ".vbs", ".bat", ".cmd", ".ps1", ".scr", ".lnk", ".jar", ".hta"];

    public static FileKind Of(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (package.Entries.Count > MaxParts) throw FileKind.Refused($"must not be a package of more than {MaxParts} parts.");
            var kind = Kinds.FirstOrDefault(k => package.GetEntry(k.Part) is not null).Kind
                ?? throw FileKind.Refused("is an archive; send the files in it one by one.");
            if (package.Entries.FirstOrDefault(e => Programs.Any(p => e.FullName.Contains(p, StringComparison.OrdinalIgnoreCase))) is { } program)
                throw FileKind.Refused($"must not contain macros or programs; the part {Shown(program.FullName)} is one.");
            if (IsMacroEnabled(package)) throw FileKind.Refused("must not be a document with macros.");
            return kind;
        }
        catch (InvalidDataException)
        {
            throw FileKind.Refused("is a damaged package.");
        }
    }

    static bool IsMacroEnabled(ZipArchive package)
    {
        if (package.GetEntry(Types) is not { } types) return false;
        using var stream = types.Open();
        var buffer = new byte[MaxTypes];
        var read = stream.ReadAtLeast(buffer, MaxTypes, throwOnEndOfStream: false);
        return read == MaxTypes || Encoding.UTF8.GetString(buffer, 0, read).Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);
    }

    static string Shown(string part) => part.Length <= 80 ? part : part[..80];
}
