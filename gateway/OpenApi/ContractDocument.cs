using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Suite.Contracts;
using Suite.Errors.V1;
using Suite.Gateway.Routing;
using Suite.ServiceDefaults.Errors;
using Suite.ServiceDefaults.Transcoding;

namespace Suite.Gateway.OpenApi;

/// <summary>The contract as an OpenAPI 3.1 document: every JSON path of every method, made from the protos and their comments.</summary>
static class ContractDocument
{
    /// <summary>Name of the security scheme.</summary>
    public const string Bearer = "bearer";

    /// <summary>Name of the schema and the response of every error.</summary>
    public const string Problem = "Problem";

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Make()
    {
        var comments = new ContractComments(ContractDescriptors.Read());
        var schemas = new Schemas(comments);
        var parameters = new Parameters(comments, schemas, new());
        var operations = new Operations(comments, schemas, parameters);
        var paths = new JsonObject();
        foreach (var method in Contract.Services.SelectMany(s => s.Methods))
        foreach (var (index, binding) in HttpBinding.Of(method).Index())
        {
            var path = parameters.Path(method.InputType, binding);
            if (!paths.ContainsKey(path)) paths[path] = new JsonObject();
            paths[path]![binding.Verb.ToLowerInvariant()] = operations.Of(method, binding, index);
        }

        return JsonSerializer.SerializeToUtf8Bytes(Document(comments, paths, schemas), Readable);
    }

    static JsonObject Document(ContractComments comments, JsonObject paths, Schemas schemas)
    {
        schemas.Components[Problem] = ProblemSchema(comments);
        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "督查套件 Supervision suite",
                ["version"] = "v1",
                ["description"] = "JSON over HTTP, by the proto3 JSON mapping; the same methods are served over gRPC. Errors are problem details (RFC 9457).",
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/" }),
            ["tags"] = new JsonArray([.. Contract.Services.Select(s => new JsonObject { ["name"] = s.Name, ["description"] = $"gRPC: {s.FullName}" })]),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas.Components,
                ["responses"] = new JsonObject { [Problem] = ProblemResponse() },
                ["securitySchemes"] = new JsonObject
                {
                    [Bearer] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT", ["description"] = "From POST /v1/auth/token." },
                },
            },
        };
    }

    static JsonObject ProblemResponse() => new()
    {
        ["description"] = "Refused or failed; reason says why.",
        ["content"] = new JsonObject
        {
            ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["$ref"] = $"#/components/schemas/{Problem}" } },
        },
    };

    static JsonObject ProblemSchema(ContractComments comments)
    {
        var reasons = ReasonReflection.Descriptor.EnumTypes[0].Values.Where(v => v.Number != 0).ToList();
        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("title", "status", "detail", "reason"),
            ["properties"] = new JsonObject
            {
                ["title"] = Text("The status in words."),
                ["status"] = new JsonObject { ["type"] = "integer", ["description"] = "The HTTP status." },
                ["detail"] = Text("What is wrong here, where, and what was expected."),
                ["instance"] = Text("The path that was asked for."),
                ["reason"] = new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray([.. reasons.Select(r => (JsonNode)RpcProblem.ReasonName((Reason)r.Number))]),
                    ["description"] = string.Join('\n', reasons.Select(r => $"- {RpcProblem.ReasonName((Reason)r.Number)}: {comments.Of(r)}")),
                },
                ["violations"] = new JsonObject { ["type"] = "array", ["items"] = Object("field", "description") },
                ["resource"] = Object("type", "name"),
                ["metadata"] = new JsonObject { ["type"] = "object", ["additionalProperties"] = new JsonObject { ["type"] = "string" } },
            },
        };
    }

    static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    static JsonObject Object(params string[] members) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m, (JsonNode?)new JsonObject { ["type"] = "string" }))),
    };
}
