using System.Text;
using System.Text.RegularExpressions;

namespace Suite.TableFiles;

/// <summary>
/// Bytes to text: by byte order mark, else as UTF-8, else in the encoding the content type or the page names, else as GB18030
/// (which holds GBK and GB2312, what Chinese Excel saves CSV in) where the bytes look like Chinese in it.
/// </summary>
public sealed partial class TextDecoder(FileLimits limits)
{
    private const int Prelude = 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Utf8),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)),
    ];

    /// <summary>The text, and the name of its encoding where that is not UTF-8.</summary>
    /// <exception cref="FileRefusedException">The bytes are in none of these encodings, or more than the limits allow.</exception>
    public (string Text, string? Encoding) Decode(ReadOnlySpan<byte> bytes, string contentType)
    {
        // A UTF-16 code unit takes at most three bytes, so a longer document is refused before it is decoded.
        if (bytes.Length / 3 > limits.MaxCharacters) throw FileRefusals.TooLong(limits, $"{bytes.Length} bytes");
        foreach (var (mark, encoding) in Marks)
            if (bytes.StartsWith(mark)) return (ByMark(bytes, mark.Length, encoding), encoding == Utf8 ? null : encoding.WebName.ToUpperInvariant());
        try
        {
            return (Utf8.GetString(bytes), null);
        }
        catch (DecoderFallbackException wrong)
        {
            return Named(bytes, contentType) is { } text ? (text, "GB18030") : throw Invalid(bytes, 0, wrong, "UTF-8");
        }
    }

    private static string ByMark(ReadOnlySpan<byte> bytes, int mark, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes[mark..]);
        }
        catch (DecoderFallbackException wrong)
        {
            throw Invalid(bytes[mark..], mark, wrong, encoding == Utf8 ? "UTF-8" : "UTF-16");
        }
    }

    private static string? Named(ReadOnlySpan<byte> bytes, string contentType)
    {
        var page = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Prelude)]);
        var isNamed = Charset().IsMatch(contentType) || Charset().IsMatch(page);
        if (!isNamed && !LooksLikeGb(bytes)) return null;
        var gb = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
        try
        {
            return gb.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // The caller tells where the bytes stop being UTF-8.
            return null;
        }
    }

    /// <summary>
    /// True where nine in ten characters beyond ASCII are of GB 2312: two bytes from A1. Chinese in broken UTF-8, read by pairs,
    /// has many second bytes below.
    /// </summary>
    private static bool LooksLikeGb(ReadOnlySpan<byte> bytes)
    {
        var (pairs, common) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            pairs++;
            if (i + 1 < bytes.Length && bytes[i] is >= 0xA1 and <= 0xF7 && bytes[i + 1] >= 0xA1) common++;
            i++;
        }
        return common > 0 && common * 10L >= pairs * 9L;
    }

    private static FileRefusedException Invalid(ReadOnlySpan<byte> bytes, int skipped, DecoderFallbackException wrong, string encoding)
    {
        var at = Math.Clamp(wrong.Index, 0, bytes.Length);
        var line = bytes[..at].Count((byte)'\n') + 1;
        return new FileRefusedException(FileFault.InvalidUtf8, $"Byte {at + skipped} (line {line}) is not {encoding}.",
            "text in UTF-8, in UTF-16 with a byte order mark, or in GB18030", line, byteOffset: at + skipped);
    }

    [GeneratedRegex("charset\\s*=\\s*[\"']?(?:gb18030|gbk|gb2312|x-gbk|cp936)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
