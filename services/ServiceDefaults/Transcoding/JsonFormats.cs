using Google.Protobuf;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>The proto3 JSON mapping as this suite speaks it: default values are written, unknown fields are refused.</summary>
public static class JsonFormats
{
    public static JsonParser Parser { get; } = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(false));

    public static JsonFormatter Formatter { get; } = new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true));

    /// <summary>The exceptions the parser throws for bad input; InvalidOperationException is for an Any of a type it does not know.</summary>
    public static bool IsParseError(Exception error) =>
        error is InvalidProtocolBufferException or InvalidJsonException or FormatException or OverflowException or InvalidOperationException;
}
