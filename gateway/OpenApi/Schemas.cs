using System.Text.Json.Nodes;
using Google.Api;
using Google.Protobuf.Reflection;

namespace Suite.Gateway.OpenApi;

/// <summary>Messages and enums as JSON schemas, by the rules of the proto3 JSON mapping. Each is written once and referred to.</summary>
sealed class Schemas(ContractComments comments)
{
    const string WellKnown = "google.protobuf";

    /// <summary>The components that were referred to, by full name.</summary>
    public JsonObject Components { get; } = [];

    public JsonObject ReferTo(MessageDescriptor message)
    {
        if (message.File.Package == WellKnown) return WellKnownSchema(message);
        if (!Components.ContainsKey(message.FullName))
        {
            Components[message.FullName] = new JsonObject();
            Components[message.FullName] = OfFields(message, message.Fields.InFieldNumberOrder());
        }

        return Reference(message.FullName);
    }

    /// <summary>An object of some of a message's fields.</summary>
    public JsonObject OfFields(MessageDescriptor message, IEnumerable<FieldDescriptor> fields)
    {
        var shown = fields.ToList();
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(shown.Select(f => KeyValuePair.Create(f.JsonName, (JsonNode?)Of(f)))),
        };
        var required = shown.Where(f => Behaves(f, FieldBehavior.Required)).Select(f => (JsonNode)f.JsonName).ToArray();
        if (required.Length > 0) schema["required"] = new JsonArray(required);
        return Described(schema, comments.Of(message));
    }

    public JsonObject Of(FieldDescriptor field)
    {
        var schema = field.IsMap
            ? new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(field.MessageType.FindFieldByNumber(2)) }
            : field.IsRepeated ? new JsonObject { ["type"] = "array", ["items"] = OfValue(field) } : OfValue(field);
        if (Behaves(field, FieldBehavior.OutputOnly)) schema["readOnly"] = true;
        return Described(schema, comments.Of(field));
    }

    JsonObject OfValue(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => ReferTo(field.MessageType),
        FieldType.Enum => ReferTo(field.EnumType),
        FieldType.Bool => Typed("boolean"),
        FieldType.String => Typed("string"),
        FieldType.Bytes => new() { ["type"] = "string", ["contentEncoding"] = "base64" },
        FieldType.Float or FieldType.Double => Typed("number", "double"),
        FieldType.Int64 or FieldType.SInt64 or FieldType.SFixed64 => Typed("string", "int64"),
        FieldType.UInt64 or FieldType.Fixed64 => Typed("string", "uint64"),
        FieldType.UInt32 or FieldType.Fixed32 => Typed("integer", "uint32"),
        _ => Typed("integer", "int32"),
    };

    JsonObject ReferTo(EnumDescriptor type)
    {
        if (!Components.ContainsKey(type.FullName))
        {
            var said = type.Values.Select(v => (v.Name, Comment: comments.Of(v))).Where(v => v.Comment.Length > 0).Select(v => $"- {v.Name}: {v.Comment}");
            var schema = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. type.Values.Select(v => (JsonNode)v.Name)]) };
            Components[type.FullName] = Described(schema, string.Join('\n', said.Prepend(comments.Of(type))).Trim());
        }

        return Reference(type.FullName);
    }

    static JsonObject WellKnownSchema(MessageDescriptor message) => message.Name switch
    {
        "Timestamp" => Typed("string", "date-time"),
        "Duration" => new() { ["type"] = "string", ["examples"] = new JsonArray("3.5s") },
        "FieldMask" => new() { ["type"] = "string", ["examples"] = new JsonArray("narrative,figures") },
        "Any" or "Struct" or "Empty" => Typed("object"),
        "ListValue" => Typed("array"),
        "BoolValue" => Typed("boolean"),
        "StringValue" or "BytesValue" or "Int64Value" or "UInt64Value" => Typed("string"),
        "Int32Value" or "UInt32Value" => Typed("integer"),
        "FloatValue" or "DoubleValue" => Typed("number"),
        _ => [],
    };

    static bool Behaves(FieldDescriptor field, FieldBehavior behaviour) =>
        field.GetOptions()?.GetExtension(FieldBehaviorExtensions.FieldBehavior).Contains(behaviour) == true;

    static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/schemas/{name}" };

    static JsonObject Typed(string type, string? format = null) => format is null ? new() { ["type"] = type } : new() { ["type"] = type, ["format"] = format };

    static JsonObject Described(JsonObject schema, string comment)
    {
        if (comment.Length > 0) schema["description"] = comment;
        return schema;
    }
}
