using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>The path and query as they came in. Decoding leaves bytes that are not UTF-8 as they are, as if they had been meant so.</summary>
public static class RawTarget
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ProblemException">INVALID_FIELD where the percent-encoded bytes of path or query are not UTF-8.</exception>
    public static void Check(HttpContext http)
    {
        var target = http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        if (!target.Contains('%')) return;
        var parts = target.Split('?', 2);
        CheckPart("path", parts[0]);
        if (parts.Length == 2) CheckPart("query", parts[1]);
    }

    static void CheckPart(string name, string text)
    {
        try
        {
            StrictUtf8.GetCharCount(Bytes(text));
        }
        catch (DecoderFallbackException error)
        {
            throw Problems.InvalidField(name, $"must be UTF-8, percent-encoded; byte {error.Index} does not belong to a character.");
        }
    }

    static byte[] Bytes(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '%' && at + 2 <= text.Length - 1 && char.IsAsciiHexDigit(text[at + 1]) && char.IsAsciiHexDigit(text[at + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(at + 1, 2), 16));
                at += 2;
            }
            else
            {
                bytes.Add(text[at] < 0x80 ? (byte)text[at] : (byte)'?');
            }
        }

        return [.. bytes];
    }
}
