using System.Text;
using Suite.ServiceDefaults.Errors;

namespace Suite.Tasks.Evidence;

/// <summary>A kind of file that is taken, told by its content alone.</summary>
sealed record FileKind(string ContentType, IReadOnlyList<string> Extensions)
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static readonly FileKind Pdf = new("application/pdf", [".pdf"]);
    static readonly FileKind Png = new("image/png", [".png"]);
    static readonly FileKind Jpeg = new("image/jpeg", [".jpg", ".jpeg"]);
    static readonly FileKind Text = new("text/plain", [".txt", ".csv"]);

    /// <exception cref="ProblemException">INVALID_FIELD with what is taken, or with why this one is not.</exception>
    public static FileKind Of(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith("%PDF-"u8)) return Harmless(bytes);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return Png;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return Jpeg;
        if (bytes.StartsWith("PK\x03\x04"u8)) return PackedKind.Of(content);
        return IsPlainText(bytes) ? Text : throw Refused("must be a PDF, PNG, JPEG, docx, xlsx, pptx or OFD file, or text in UTF-8; older Office files can hide macros, save them in the new format.");
    }

    internal static ProblemException Refused(string why) => Problems.InvalidField("content", why);

    /// <summary>Programs in a document that run when it is opened. Compressed objects are not looked into.</summary>
    static FileKind Harmless(ReadOnlySpan<byte> pdf) =>
        pdf.IndexOf("/JavaScript"u8) < 0 && pdf.IndexOf("/Launch"u8) < 0 ? Pdf : throw Refused("must not be a PDF with scripts or with programs to start; print it into a new one.");

    static bool IsPlainText(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyInRange((byte)0, (byte)8) >= 0 || bytes.IndexOfAnyInRange((byte)14, (byte)31) >= 0) return false;
        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
            return !text.StartsWith('<') && !text.StartsWith("#!", StringComparison.Ordinal) && !text.Contains("<script", StringComparison.OrdinalIgnoreCase);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
