using System.Text;

namespace Suite.TableFiles;

/// <summary>What a file's first bytes say it is. Names and content types are not believed: files are often called what they are not.</summary>
public static class Signatures
{
    private const string Expected = "text with tab-separated cells, CSV, TSV, HTML, .docx or .xlsx";

    private static readonly (byte[] Start, string Name)[] Refused =
    [
        ([.. "%PDF"u8], "a PDF file"),
        ([.. "{\\rtf"u8], "an RTF file"),
        ([0x89, .. "PNG"u8], "an image (PNG)"),
        ([0xFF, 0xD8, 0xFF], "an image (JPEG)"),
        ([.. "GIF8"u8], "an image (GIF)"),
        ([.. "II*\0"u8], "an image (TIFF)"),
        ([.. "MM\0*"u8], "an image (TIFF)"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([.. "7z"u8, 0xBC, 0xAF], "a 7-Zip archive"),
        ([.. "Rar!"u8], "a RAR archive"),
        ([.. "MIME-Version:"u8], "a web archive (MHTML)"),
    ];

    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    private static readonly byte[] Encrypted = Encoding.Unicode.GetBytes("EncryptedPackage");

    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8);

    /// <exception cref="FileRefusedException">The bytes are of a form that is not read; the message names it.</exception>
    public static void RefuseOthers(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Compound))
            throw Unsupported(bytes.IndexOf(Encrypted) >= 0
                ? "an Office file protected by a password" : "an old Office file (.doc, .xls, .wps or .et); saved again as .docx or .xlsx it can be read");
        foreach (var (start, name) in Refused)
            if (bytes.StartsWith(start)) throw Unsupported(name);
    }

    public static FileRefusedException Unsupported(string name) =>
        new(FileFault.UnsupportedForm, $"The file is {name}, which is not read.", Expected);
}
