using System.Text.Json.Nodes;
using Google.Protobuf.Reflection;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.OpenApi;

/// <summary>What an operation takes in its path, its query and its headers.</summary>
sealed class Parameters(ContractComments comments, Schemas schemas, PathNames names)
{
    public JsonArray Of(MessageDescriptor input, HttpBinding binding) =>
        [.. InPath(input, binding), .. InQuery(input, binding), .. InHeaders(input)];

    /// <summary>The path as OpenAPI writes it, e.g. <c>/v1/plans/{plan}:issue</c>.</summary>
    public string Path(MessageDescriptor input, HttpBinding binding)
    {
        var path = binding.Path.Route;
        foreach (var (part, name, _) in Parts(input, binding)) path = path.Replace($"{{{part}}}", $"{{{name}}}", StringComparison.Ordinal);
        return path;
    }

    IEnumerable<JsonNode> InPath(MessageDescriptor input, HttpBinding binding) =>
        Parts(input, binding).Select(p => Parameter("path", p.Name, new() { ["type"] = "string" }, $"Of {p.Comment}", required: true));

    /// <summary>Each part of each variable: its route value, its name, and what the field's comment says.</summary>
    IEnumerable<(string Part, string Name, string Comment)> Parts(MessageDescriptor input, HttpBinding binding) =>
        binding.Path.Variables.SelectMany(variable =>
        {
            var comment = comments.Of(Field(input, variable.Field));
            return variable.Segments.Where(s => s[0] != '/').Zip(names.Of(variable, comment), (part, name) => (part, name, comment));
        });

    /// <summary>Every field that is neither in the path nor in the body; those of messages one by one.</summary>
    IEnumerable<JsonNode> InQuery(MessageDescriptor input, HttpBinding binding)
    {
        if (binding.Body == "*") return [];
        var taken = binding.Path.Variables.Select(v => v.Field.Split('.')[0]).Append(binding.Body).ToHashSet();
        return input.Fields.InFieldNumberOrder().Where(f => !taken.Contains(f.Name)).SelectMany(f => Flat(f, ""));
    }

    IEnumerable<JsonNode> Flat(FieldDescriptor field, string prefix) =>
        field.FieldType == FieldType.Message && !field.IsRepeated && field.MessageType.File.Package != "google.protobuf"
            ? field.MessageType.Fields.InFieldNumberOrder().SelectMany(f => Flat(f, $"{prefix}{field.JsonName}."))
            : [Parameter("query", $"{prefix}{field.JsonName}", schemas.Of(field), comments.Of(field), required: false)];

    static IEnumerable<JsonNode> InHeaders(MessageDescriptor input)
    {
        if (Has(input, "request_id"))
            yield return Parameter("header", "Idempotency-Key", Text(64), "Instead of requestId: the same key again gets the first answer again.", false);
        if (Has(input, "etag") || input.Fields.InFieldNumberOrder().Any(f => f is { FieldType: FieldType.Message, IsRepeated: false } && Has(f.MessageType, "etag")))
            yield return Parameter("header", "If-Match", Text(200), "Instead of etag: refused with 412 where the resource is no longer this one.", false);
    }

    static JsonObject Text(int longest) => new() { ["type"] = "string", ["maxLength"] = longest };

    static bool Has(MessageDescriptor message, string field) => message.FindFieldByName(field) is not null;

    static FieldDescriptor Field(MessageDescriptor message, string path) =>
        path.Split('.') is [var first, _, ..] parts ? Field(message.FindFieldByName(first).MessageType, string.Join('.', parts[1..])) : message.FindFieldByName(path);

    static JsonObject Parameter(string place, string name, JsonObject schema, string description, bool required)
    {
        var parameter = new JsonObject { ["name"] = name, ["in"] = place, ["schema"] = schema };
        if (required) parameter["required"] = true;
        schema.Remove("description");
        if (description.Length > 0) parameter["description"] = description;
        return parameter;
    }
}
