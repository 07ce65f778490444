using System.Text.Json;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Primitives;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>Collects query and path parameters as the JSON they stand for, so that the one JSON parser reads them.</summary>
sealed class RequestParameters(MessageDescriptor descriptor)
{
    const int MaxDepth = 32;

    readonly JsonObject _json = [];

    /// <param name="path">Field names joined by ".", each in proto or JSON spelling.</param>
    public void Add(string path, StringValues values)
    {
        var owner = _json;
        var message = descriptor;
        var parts = path.Split('.');
        if (parts.Length > MaxDepth) throw Unknown(path);
        foreach (var part in parts[..^1])
        {
            var field = Field(message, part, path);
            if (field.FieldType != FieldType.Message || field.IsRepeated) throw Unknown(path);
            if (!owner.ContainsKey(field.JsonName)) owner[field.JsonName] = new JsonObject();
            (owner, message) = (owner[field.JsonName] as JsonObject ?? throw Twice(path), field.MessageType);
        }

        var last = Field(message, parts[^1], path);
        if ((!last.IsRepeated && values.Count != 1) || owner.ContainsKey(last.JsonName)) throw Twice(path);
        owner[last.JsonName] = last.IsRepeated ? new JsonArray([.. values.Select(v => Value(last, v))]) : Value(last, values[0]);
    }

    public T Read<T>()
        where T : class, IMessage<T>, new()
    {
        var text = _json.ToJsonString();
        try
        {
            return JsonFormats.Parser.Parse<T>(text);
        }
        catch (Exception error) when (JsonFormats.IsParseError(error))
        {
            using var json = JsonDocument.Parse(text);
            throw Problems.InvalidFields([JsonPlace.Find(json.RootElement, descriptor, error)]);
        }
    }

    static JsonNode? Value(FieldDescriptor field, string? text) => field.FieldType switch
    {
        FieldType.Bool => Flag(field, text),
        FieldType.Message when field.MessageType.FullName == BoolValue.Descriptor.FullName => Flag(field, text),
        FieldType.Enum => EnumValue(field, text ?? ""),
        _ => text,
    };

    /// <summary>A flag may stand alone: <c>?dryRun</c>.</summary>
    static JsonNode Flag(FieldDescriptor field, string? text)
    {
        if (string.IsNullOrEmpty(text)) return true;
        return bool.TryParse(text, out var flag) ? flag : throw Problems.InvalidField(field.JsonName, "must be true or false.");
    }

    /// <summary>Enum values may be written without their prefix and in any case: <c>light=red</c>.</summary>
    static JsonNode EnumValue(FieldDescriptor field, string text)
    {
        var found = field.EnumType.Values.FirstOrDefault(v =>
            v.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || v.Name.EndsWith($"_{text}", StringComparison.OrdinalIgnoreCase));
        return found?.Name ?? throw Problems.InvalidField(
            field.JsonName, $"'{text}' is none of {string.Join(", ", field.EnumType.Values.Skip(1).Select(v => v.Name))}.");
    }

    static FieldDescriptor Field(MessageDescriptor message, string part, string path) =>
        message.FindFieldByName(part) ?? message.Fields.InFieldNumberOrder().FirstOrDefault(f => f.JsonName == part) ?? throw Unknown(path);

    static ProblemException Twice(string path) => Problems.InvalidField(path, "is given more than once.");

    static ProblemException Unknown(string path) => Problems.InvalidField(path, "is not a parameter of this method.");
}
