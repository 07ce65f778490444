using System.Text.Json;
using Google.Protobuf.Reflection;
using Suite.ServiceDefaults.Errors;

namespace Suite.ServiceDefaults.Transcoding;

/// <summary>
/// Finds where JSON does not fit a message. The parser's own errors name no path, so after one each member is given to it alone,
/// further and further in, until the smallest part that it refuses is found.
/// </summary>
static class JsonPlace
{
    /// <param name="whole">What the parser said of the whole.</param>
    public static FieldViolation Find(JsonElement json, MessageDescriptor message, Exception whole) =>
        Inside(json, message, "") ?? new("", whole.Message);

    /// <summary>A field given in both of its spellings, <c>page_size</c> and <c>pageSize</c>, of which the parser would take the last.</summary>
    public static FieldViolation? FindTwin(JsonElement json, MessageDescriptor message, string path = "")
    {
        if (json.ValueKind == JsonValueKind.Array && path.Length > 0)
            return json.EnumerateArray().Select((item, index) => FindTwin(item, message, $"{path[..^1]}[{index}].")).FirstOrDefault(v => v is not null);
        if (json.ValueKind != JsonValueKind.Object) return null;
        var seen = new HashSet<int>();
        foreach (var member in json.EnumerateObject())
        {
            if (Field(message, member.Name) is not { } field) continue;
            var place = $"{path}{member.Name}";
            if (!seen.Add(field.FieldNumber)) return new(place, "is given twice, in both of its spellings.");
            if (field.FieldType == FieldType.Message && !field.IsMap && FindTwin(member.Value, field.MessageType, $"{place}.") is { } inner) return inner;
        }

        return null;
    }

    /// <summary>True for messages whose JSON form is not an object of their fields.</summary>
    public static bool IsWellKnown(MessageDescriptor message) => message.File.Package == "google.protobuf";

    static FieldViolation? Inside(JsonElement json, MessageDescriptor message, string path)
    {
        if (json.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in json.EnumerateObject())
        {
            var place = $"{path}{member.Name}";
            if (Field(message, member.Name) is not { } field) return new(place, $"is not a field of {message.FullName}.");
            if (Refusal(message, member.Name, member.Value.GetRawText()) is { } refusal) return Deeper(member.Value, field, place) ?? new(place, refusal);
        }

        return null;
    }

    static FieldViolation? Deeper(JsonElement value, FieldDescriptor field, string place)
    {
        if (field.IsRepeated && !field.IsMap && value.ValueKind == JsonValueKind.Array)
            return value.EnumerateArray().Select((item, index) => OfItem(item, field, $"{place}[{index}]")).FirstOrDefault(found => found is not null);
        return field is { FieldType: FieldType.Message, IsRepeated: false } && !IsWellKnown(field.MessageType)
            ? Inside(value, field.MessageType, $"{place}.")
            : null;
    }

    static FieldViolation? OfItem(JsonElement item, FieldDescriptor field, string place)
    {
        var refusal = Refusal(field.ContainingType, field.JsonName, $"[{item.GetRawText()}]");
        if (refusal is null) return null;
        return (field.FieldType == FieldType.Message ? Inside(item, field.MessageType, $"{place}.") : null) ?? new(place, refusal);
    }

    static FieldDescriptor? Field(MessageDescriptor message, string name) =>
        message.FindFieldByName(name) ?? message.Fields.InFieldNumberOrder().FirstOrDefault(f => f.JsonName == name);

    /// <summary>What the parser has against one member alone; null where it takes it.</summary>
    static string? Refusal(MessageDescriptor message, string name, string value)
    {
        try
        {
            JsonFormats.Parser.Parse($"{{{JsonSerializer.Serialize(name)}:{value}}}", message);
            return null;
        }
        catch (Exception error) when (JsonFormats.IsParseError(error))
        {
            return error.Message;
        }
    }
}
