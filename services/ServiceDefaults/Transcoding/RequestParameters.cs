using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Microsoft.Extensions.Primitives;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>Collects query and path parameters as the JSON they stand for, so that the one JSON parser reads them.</summary>
sealed class RequestParameters(MessageDescriptor descriptor)
{
    readonly JsonObject _json = [];

    /// <param name="path">Field names joined by ".", each in proto or JSON spelling.</param>
    public void Add(string path, StringValues values)
    {
        var owner = _json;
        var message = descriptor;
        var parts = path.Split('.');
        foreach (var part in parts[..^1])
        {
            var field = Field(message, part, path);
            if (field.FieldType != FieldType.Message || field.IsRepeated) throw Unknown(path);
            if (owner[field.JsonName] is not JsonObject inner) owner[field.JsonName] = inner = [];
            (owner, message) = (inner, field.MessageType);
        }

        var last = Field(message, parts[^1], path);
        if (!last.IsRepeated && values.Count != 1) throw Problems.InvalidField(path, "is given more than once.");
        owner[last.JsonName] = last.IsRepeated ? new JsonArray([.. values.Select(v => Value(last, v))]) : Value(last, values[0]);
    }

    public T Read<T>()
        where T : class, IMessage<T>, new()
    {
        try
        {
            return JsonFormats.Parser.Parse<T>(_json.ToJsonString());
        }
        catch (Exception error) when (JsonFormats.IsParseError(error))
        {
            throw Problems.InvalidField("query", error.Message);
        }
    }

    static JsonNode? Value(FieldDescriptor field, string? text) => field.FieldType switch
    {
        FieldType.Bool when text is null or "" => true,
        FieldType.Bool => bool.TryParse(text, out var flag) ? flag : throw Problems.InvalidField(field.JsonName, "must be true or false."),
        FieldType.Enum => EnumValue(field, text ?? ""),
        _ => text,
    };

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

    static ProblemException Unknown(string path) => Problems.InvalidField(path, "is not a parameter of this method.");
}
