using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Suite.Errors.V1;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>Reads proto3 JSON strictly: UTF-8, one object, no name twice, nothing the message does not have; errors name the place.</summary>
static class JsonBody
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <exception cref="ProblemException">MALFORMED_BODY where it is not JSON, INVALID_FIELD where it does not fit the message.</exception>
    public static IMessage Parse(byte[] utf8, MessageDescriptor into)
    {
        var text = Decode(utf8);
        using var json = ReadJson(text);
        if (json.RootElement.ValueKind != JsonValueKind.Object && !JsonPlace.IsWellKnown(into))
            throw Problems.Because(Reason.MalformedBody, $"The body must be a JSON object: the JSON form of {into.FullName}.");
        if (JsonPlace.FindTwin(json.RootElement, into) is { } twin) throw Problems.InvalidFields([twin]);
        try
        {
            return JsonFormats.Parser.Parse(text, into);
        }
        catch (Exception error) when (JsonFormats.IsParseError(error))
        {
            throw Problems.InvalidFields([JsonPlace.Find(json.RootElement, into, error)]);
        }
    }

    static string Decode(byte[] utf8)
    {
        try
        {
            return StrictUtf8.GetString(utf8);
        }
        catch (DecoderFallbackException error)
        {
            throw Problems.Because(Reason.MalformedBody, $"The body is not UTF-8: byte {error.Index} does not belong to a character.");
        }
    }

    static JsonDocument ReadJson(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // The latter is for a name with half a surrogate pair.
            throw Problems.Because(Reason.MalformedBody, $"The body is not JSON: {error.Message}");
        }
    }
}
